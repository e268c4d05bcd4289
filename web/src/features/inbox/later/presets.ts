import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { momentOf, wallClock } from '#web/ui/zonedTime.ts'

export interface Preset {
  readonly kind: 'inHour' | 'tomorrow' | 'monday'
  readonly at: number
}

const MORNING = '09:00'

/** So many days after the day of `now`, at nine. */
function morningIn(days: number, now: number, timeZone: string): number {
  const noon = Date.parse(`${wallClock(now, timeZone).date}T12:00:00Z`)
  const date = new Date(noon + days * DAY_MS).toISOString().slice(0, 10)
  return momentOf({ date, time: MORNING }, timeZone)
}

/** Days until the next Monday, today not counted. */
function daysToMonday(now: number, timeZone: string): number {
  const weekday = new Date(`${wallClock(now, timeZone).date}T12:00:00Z`).getUTCDay()
  return (8 - weekday) % 7 || 7
}

/** The times most replies wait for, by the company's clock. */
export function presets(now: number, timeZone: string): Preset[] {
  const inHour = Math.ceil((now + HOUR_MS) / MINUTE_MS) * MINUTE_MS
  const days = daysToMonday(now, timeZone)
  return [
    { kind: 'inHour', at: inHour },
    { kind: 'tomorrow', at: morningIn(1, now, timeZone) },
    ...(days > 1 ? [{ kind: 'monday', at: morningIn(days, now, timeZone) } as const] : []),
  ]
}
