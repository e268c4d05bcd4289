import { DomainError } from '#shared/domain/DomainError.ts'
import { SEND_LATER_MAX_MS, SEND_LATER_MIN_MS } from '#shared/domain/scheduledMessage.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'

/** Whoever chose the next minute and took a moment to confirm it is not turned away. */
const LEEWAY_MS = MINUTE_MS

/** A reply may wait from a minute to a year. */
export function demandMoment(sendAt: number, now: number): void {
  const aheadMs = sendAt - now
  if (aheadMs < SEND_LATER_MIN_MS - LEEWAY_MS || aheadMs > SEND_LATER_MAX_MS)
    throw new DomainError('momentRefused')
}
