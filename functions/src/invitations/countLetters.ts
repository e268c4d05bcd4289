import { DomainError } from '#shared/domain/DomainError.ts'
import { DAY_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { hashId } from '#functions/platform/hashId.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

export interface LetterLimit {
  readonly name: string
  readonly who: string
  readonly max: number
}

/** What one company sends a day. */
export const PER_COMPANY = 200
/** What one person sends a day, however many companies he makes. */
const PER_PERSON = 400
/** What one address gets a day, from whomever: nobody's mailbox is filled through us. */
const PER_ADDRESS = 20

export function letterLimits(companyIds: readonly string[], email: string, inviter: string): LetterLimit[] {
  return [
    ...companyIds.map((who) => ({ name: 'invitations of company', who, max: PER_COMPANY })),
    { name: 'invitations by person', who: inviter, max: PER_PERSON },
    { name: 'invitations to address', who: email, max: PER_ADDRESS },
  ]
}

/**
 * Within a transaction, among its reads: whether one more letter may go. Gives what counts it, to be called
 * after the reads. Throws `tooManyAttempts {minutes}`.
 */
export async function countLetters(
  unit: StoreTransaction,
  limits: readonly LetterLimit[],
  now: number,
): Promise<() => void> {
  const places = limits.map(
    ({ name, who }) => ['rateLimits', { limitId: hashId('limit', name, who) }] as const,
  )
  const counts = await unit.getAll(...places)
  const running = limits.map(({ max }, at) => {
    const known = counts[at]
    const current = known && known.expiresAt > now ? known : { count: 0, expiresAt: now + DAY_MS }
    if (current.count >= max) {
      throw new DomainError('tooManyAttempts', { minutes: Math.ceil((current.expiresAt - now) / MINUTE_MS) })
    }
    return { ...current, count: current.count + 1 }
  })
  return () => {
    running.forEach((counter, at) => {
      const place = places[at]
      if (place) unit.set(place, counter)
    })
  }
}
