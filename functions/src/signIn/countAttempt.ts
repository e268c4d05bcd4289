import { DomainError } from '#shared/domain/DomainError.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { hashId } from '#functions/platform/hashId.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'

export interface Limit {
  readonly name: string
  readonly max: number
  readonly windowMs: number
}

export interface Attempt {
  readonly limit: Limit
  readonly who: string
  /** 0 for what is noted but never refused, so that all attempts read and write alike. */
  readonly weight?: 0 | 1
}

export interface Counters {
  /** The first limit that is reached, and the minutes to wait. */
  readonly reached: { readonly limit: Limit; readonly minutes: number } | undefined
  /** Counts the attempts, all of them. */
  count(): void
}

function placeOf({ limit, who }: Attempt) {
  return ['rateLimits', { limitId: hashId('limit', limit.name, who) }] as const
}

/** Reads counters within a transaction: that several limits count together, or none. */
export async function readCounters(
  unit: StoreTransaction,
  attempts: readonly Attempt[],
  now: number,
): Promise<Counters> {
  const documents = await unit.getAll(...attempts.map(placeOf))
  const counted = attempts.map((attempt, at) => {
    const found = documents[at]
    const running =
      found && found.expiresAt > now ? found : { count: 0, expiresAt: now + attempt.limit.windowMs }
    return { attempt, running, next: running.count + (attempt.weight ?? 1) }
  })
  const over = counted.find(({ attempt, running, next }) => next > attempt.limit.max && next > running.count)
  return {
    reached: over && {
      limit: over.attempt.limit,
      minutes: Math.ceil((over.running.expiresAt - now) / MINUTE_MS),
    },
    count: () =>
      counted.forEach(({ attempt, running, next }) =>
        unit.set(placeOf(attempt), { ...running, count: next }),
      ),
  }
}

/** Counts an attempt by `who` in the current window. Throws `tooManyAttempts {minutes}` above the limit. */
export function countAttempt(limit: Limit, who: string, now = Date.now()): Promise<void> {
  return contendedTransaction(async (unit) => {
    const { reached, count } = await readCounters(unit, [{ limit, who }], now)
    if (reached) throw new DomainError('tooManyAttempts', { minutes: reached.minutes })
    count()
  })
}
