import type { FoundMessage } from '#shared/api/search.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { askedWords, matchesWords } from '#shared/domain/searchTokens.ts'
import type { Command, CommandGroup } from '#web/stores/commands.ts'

/** A person as one of the places he is found in tells of him. */
export interface BarContact {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly contactId: string
  readonly name: string
  readonly phone: string
  readonly handles: readonly string[]
}

export type BarMessage = FoundMessage & { readonly companyId: CompanyId }

export interface BarItem {
  readonly id: string
  readonly value:
    | { readonly type: 'contact'; readonly contact: BarContact }
    | { readonly type: 'message'; readonly message: BarMessage }
    | { readonly type: 'command'; readonly command: Command }
}

export type BarGroupName = 'recent' | 'contacts' | 'messages' | CommandGroup

export interface BarGroup {
  readonly name: BarGroupName
  readonly items: readonly BarItem[]
}

/** What may be shown, as far as it is known by now. */
export interface BarKnowledge {
  /** Rows the page has loaded. */
  readonly atHand: readonly BarContact[]
  readonly recent: readonly BarContact[]
  /** What the server found for the words typed. */
  readonly contacts: readonly BarContact[]
  readonly messages: readonly BarMessage[]
  readonly commands: readonly Command[]
  /** Begins a message to the phone that was typed; null where none was. */
  readonly writeTo: Command | null
}

/** Of contacts; of each kind of command fewer, so that everything is in sight. */
const CONTACTS_SHOWN = 8
const COMMANDS_SHOWN = 6
const FIRST_ACTIONS_SHOWN = 10

/** It narrows the bar to what can be done. */
const ACTIONS_ONLY = '>'

/** What was typed to be searched for; commands alone are looked through after `>`. */
export function readTyped(typed: string): { readonly text: string; readonly isActionsOnly: boolean } {
  const isActionsOnly = typed.trimStart().startsWith(ACTIONS_ONLY)
  return { text: (isActionsOnly ? typed.replace(ACTIONS_ONLY, '') : typed).trim(), isActionsOnly }
}

/** Everything that answers what was typed, in groups; what is known here comes before what the server adds. */
export function barGroups(typed: string, known: BarKnowledge): BarGroup[] {
  const { text, isActionsOnly } = readTyped(typed)
  const words = askedWords(text)
  const commands = (group: CommandGroup, shown = COMMANDS_SHOWN): BarGroup => ({
    name: group,
    items: matchingCommands(known.commands, group, words).slice(0, shown).map(toCommandItem),
  })
  const writing = known.writeTo ? [toCommandItem(known.writeTo)] : []
  if (isActionsOnly) return filled([commands('actions', Infinity)])
  if (words.length === 0) {
    const recent: BarGroup = { name: 'recent', items: known.recent.map(toContactItem) }
    return filled([recent, commands('actions', FIRST_ACTIONS_SHOWN)])
  }
  return filled([
    { name: 'contacts', items: matchingContacts(words, known).map(toContactItem) },
    { name: 'messages', items: known.messages.map(toMessageItem) },
    { name: 'actions', items: [...commands('actions').items, ...writing] },
    commands('sections'),
    commands('companies'),
    commands('templates'),
  ])
}

function filled(groups: readonly BarGroup[]): BarGroup[] {
  return groups.filter(({ items }) => items.length > 0)
}

function matchingContacts(words: readonly string[], { atHand, contacts }: BarKnowledge): BarContact[] {
  const people = new Set<string>()
  const matches = ({ name, phone, handles }: BarContact) =>
    matchesWords(words, { texts: [name, ...handles], phone })
  const isNew = ({ companyId, contactId }: BarContact) => {
    const key = `${companyId} ${contactId}`
    return !people.has(key) && people.add(key)
  }
  return [...atHand, ...contacts].filter(matches).filter(isNew).slice(0, CONTACTS_SHOWN)
}

function matchingCommands(
  commands: readonly Command[],
  group: CommandGroup,
  words: readonly string[],
): Command[] {
  return commands.filter(
    (command) =>
      command.group === group &&
      matchesWords(words, { texts: [command.name, command.detail ?? ''], phone: '' }),
  )
}

function toContactItem(contact: BarContact): BarItem {
  return {
    id: `contact-${contact.companyId}-${contact.conversationId}`,
    value: { type: 'contact', contact },
  }
}

function toMessageItem(message: BarMessage): BarItem {
  return {
    id: `message-${message.conversationId}-${message.messageId}`,
    value: { type: 'message', message },
  }
}

function toCommandItem(command: Command): BarItem {
  return { id: `command-${command.id}`, value: { type: 'command', command } }
}
