import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import type { Delivery } from '#shared/domain/message.ts'
import type { ProviderError } from '#shared/provider/ProviderError.ts'

/** Growing, about a working day in all. */
const RETRY_DELAYS_MS = [
  2 * SECOND_MS,
  10 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
]

export type NextDelivery =
  | { readonly next: 'again'; readonly afterMs: number; readonly reason: string }
  | { readonly next: 'settle'; readonly delivery: Delivery }

/** What a provider's refusal means for the message. `attempts` counts those made, this one included. */
export function nextDelivery(error: ProviderError, attempts: number): NextDelivery {
  const { code, reason, detail } = error
  const told = detail ? { detail } : {}
  switch (code) {
    case 'rateLimited':
    case 'unreachable': {
      const delayMs = RETRY_DELAYS_MS[attempts - 1]
      if (delayMs === undefined) return { next: 'settle', delivery: { status: 'failed', reason, ...told } }
      return { next: 'again', afterMs: Math.max(error.retryAfterMs ?? 0, delayMs), reason: code }
    }
    case 'uncertain':
      return { next: 'settle', delivery: { status: 'uncertain', reason } }
    case 'rejected':
    case 'unauthorized':
    case 'tooLarge':
    case 'gone':
    case 'forbiddenAddress':
    case 'forbiddenType':
      return { next: 'settle', delivery: { status: 'failed', reason, ...told } }
  }
}
