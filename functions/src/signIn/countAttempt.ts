import { DomainError } from '#shared/domain/DomainError.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { hashId } from '#functions/platform/hashId.ts'
import { transaction } from '#functions/store/store.ts'

export interface Limit {
  readonly name: string
  readonly max: number
  readonly windowMs: number
}

/** Counts an attempt by `who` in the current window. Throws `tooManyAttempts {minutes}` above the limit. */
export function countAttempt({ name, max, windowMs }: Limit, who: string, now = Date.now()): Promise<void> {
  const place = ['rateLimits', { limitId: hashId('limit', name, who) }] as const
  return transaction(async (unit) => {
    const current = await unit.get(...place)
    const running = current && current.expiresAt > now ? current : { count: 0, expiresAt: now + windowMs }
    if (running.count >= max) {
      throw new DomainError('tooManyAttempts', { minutes: Math.ceil((running.expiresAt - now) / MINUTE_MS) })
    }
    unit.set(place, { ...running, count: running.count + 1 })
  })
}
