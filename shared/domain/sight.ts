import type { Member } from './member.ts'

/**
 * One way to come to see a conversation or a contact: every field named here holds the value, or one of the
 * values. A query narrowed by a sight asks for nothing the rules would refuse; without fields it sees all.
 */
export interface Sight {
  readonly assigneeId?: string | readonly string[]
  readonly teamId?: string | readonly string[]
}

export const SIGHT_FIELDS = ['assigneeId', 'teamId'] as const

type Viewer = Pick<Member, 'role' | 'visibility'> & { readonly teamIds: readonly string[] }

/** Everything a member sees, by the ways he sees it: firestore.rules say the same. */
export function sightsOf({ role, visibility, teamIds }: Viewer, userId: string): readonly Sight[] {
  if (role === 'admin' || visibility === 'all') return [{}]
  if (visibility === 'own') return [{ assigneeId: ['', userId] }]
  return [{ teamId: ['', ...teamIds] }, { assigneeId: userId }]
}

/**
 * A sight as it narrows a query that compares these fields already: what the query fixes to a value that is
 * seen need not be narrowed; null when it fixes one that is not.
 */
export function narrowed(sight: Sight, fixed: Readonly<Record<string, unknown>>): Sight | null {
  const open = Object.entries(sight).filter(([field]) => !(field in fixed))
  const closed = Object.entries(sight).filter(([field]) => field in fixed)
  const isSeen = closed.every(([field, seen]) => [seen].flat().some((value) => value === fixed[field]))
  return isSeen ? Object.fromEntries(open) : null
}
