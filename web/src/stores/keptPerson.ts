import { userIdSchema } from '#shared/domain/ids.ts'
import type { UserId } from '#shared/domain/ids.ts'

const STORED = 'pact.person'

/** A page holds one person's from its first step to its end. */
let owner: UserId | null = null

/** Whose drafts and other notes lie in this browser; null when nobody's. Outlives a sign-in that was ended elsewhere. */
export function keptPerson(): UserId | null {
  return userIdSchema.safeParse(localStorage.getItem(STORED)).data ?? null
}

export function keepPerson(userId: UserId): void {
  owner = userId
  localStorage.setItem(STORED, userId)
}

/** The key of a note of this page's person. */
export function ownKey(trace: string): string {
  return `${trace}${owner ?? ''}.`
}

/** False once he has signed out, or another person in, here or in another tab: from then on nothing is noted down. */
export function isKept(): boolean {
  return keptPerson() === owner
}
