import { onScopeDispose } from 'vue'

export const commandGroups = ['actions', 'sections', 'companies', 'templates'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something the page can do now, as the command bar offers it. */
export interface Command {
  readonly id: string
  readonly group: CommandGroup
  readonly name: string
  /** Searched too, and shown beside the name. */
  readonly detail?: string
  readonly icon: string
  readonly shortcut?: string
  /** Where it leads; what leads somewhere may be opened in a tab of its own. */
  readonly path?: string
  /** `typed`: the phone that was typed, where the command begins with one. */
  run(typed?: string): void
}

/** Asked when somebody opens the bar: what cannot be done now is not among them. */
export type CommandSource = () => Promise<readonly Command[]>

const sources = new Set<CommandSource>()

/** Offers commands for as long as the part of the page that knows how to do them is there. */
export function useCommands(source: CommandSource): void {
  sources.add(source)
  onScopeDispose(() => sources.delete(source))
}

/**
 * Everything that can be done now, told anew as each part says what it has; one that fails has nothing.
 * What was there last, the open conversation, comes first.
 */
export async function gatherCommands(tell: (commands: readonly Command[]) => void): Promise<void> {
  const parts: (readonly Command[])[] = []
  const gather = async (source: CommandSource, at: number) => {
    parts[at] = await source()
    tell(parts.flat())
  }
  await Promise.allSettled([...sources].reverse().map(gather))
}
