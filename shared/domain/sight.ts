import type { Member } from './member.ts'

export const SIGHT_FIELDS = ['assigneeId', 'teamId'] as const

/**
 * One way to come to see a conversation or a contact: every field named here holds the value, or one of the
 * values. A query narrowed by a sight asks for nothing the rules would refuse; without fields it sees all.
 */
export type Sight = {
  readonly [Field in (typeof SIGHT_FIELDS)[number]]?: string | readonly string[]
}

type Viewer = Pick<Member, 'role' | 'visibility'> & { readonly teamIds: readonly string[] }

/** Everything a member sees, by the ways he sees it: firestore.rules say the same. */
export function sightsOf({ role, visibility, teamIds }: Viewer, userId: string): readonly Sight[] {
  if (role === 'admin' || visibility === 'all') return [{}]
  if (visibility === 'own') return [{ assigneeId: ['', userId] }]
  return [{ teamId: ['', ...teamIds] }, { assigneeId: userId }]
}

/** A field holds the value, or one of the values. */
type Held = Readonly<Record<string, string | readonly string[]>>

/**
 * What narrows a query, as far as the query does not compare these fields already: what it fixes to a value that
 * fits need not be compared again; null when it fixes one that does not.
 */
export function narrowed(held: Held, fixed: Readonly<Record<string, unknown>>): Held | null {
  const entries = Object.entries(held)
  const closed = entries.filter(([field]) => field in fixed)
  const fits = closed.every(([field, values]) => [values].flat().some((value) => value === fixed[field]))
  return fits ? Object.fromEntries(entries.filter(([field]) => !(field in fixed))) : null
}

/** Whether one of the ways leads to a conversation or a contact. */
export function isInSight(
  sights: readonly Sight[],
  { assigneeId, teamId }: { readonly assigneeId: string; readonly teamId: string },
): boolean {
  return sights.some((sight) => narrowed(sight, { assigneeId, teamId }) !== null)
}
