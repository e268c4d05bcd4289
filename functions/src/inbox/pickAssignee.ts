import type { Assignment } from '#shared/domain/channel.ts'
import type { UserId } from '#shared/domain/ids.ts'

export interface Candidate {
  readonly id: UserId
  /** Open conversations he has; 0 for all where nobody asked. */
  readonly openCount: number
}

/**
 * Who gets the next conversation: by turns whoever comes after the last one, in the order of ids; or who has the
 * fewest, and by turns among those who have as few.
 */
export function pickAssignee(
  mode: Assignment['mode'],
  candidates: readonly Candidate[],
  lastAssigneeId: string,
): UserId | undefined {
  if (mode === 'off') return undefined
  const fewest = Math.min(...candidates.map(({ openCount }) => openCount))
  const inQuestion =
    mode === 'roundRobin' ? candidates : candidates.filter((each) => each.openCount === fewest)
  const ids = inQuestion.map(({ id }) => id).sort()
  return ids.find((id) => id > lastAssigneeId) ?? ids[0]
}
