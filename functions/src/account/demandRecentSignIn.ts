import { DomainError } from '#shared/domain/DomainError.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'

const RECENT_MS = 15 * MINUTE_MS

/** Before what a found or borrowed browser must not do. Throws `signInTooOld` a quarter of an hour after signing in. */
export function demandRecentSignIn(signedInAt: number, now = Date.now()): void {
  if (now - signedInAt > RECENT_MS) throw new DomainError('signInTooOld')
}
