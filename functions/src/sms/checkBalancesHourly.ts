import { HOUR_MS } from '#shared/domain/time.ts'
import { transaction } from '#functions/store/store.ts'
import { checkBalances } from './checkBalances.ts'

/** Looks at the balances in the first run of each hour, whenever in it that comes. Gives how often: once, or not. */
export async function checkBalancesHourly(now = Date.now()): Promise<number> {
  const place = ['rateLimits', { limitId: `balances_${String(Math.floor(now / HOUR_MS))}` }] as const
  const isFirst = await transaction(async (unit) => {
    if (await unit.get(...place)) return false
    unit.create(place, { count: 1, expiresAt: now + 2 * HOUR_MS })
    return true
  })
  if (!isFirst) return 0
  await checkBalances()
  return 1
}
