import { DAY_MS } from '#shared/domain/time.ts'
import { momentOf, wallClock } from '#web/ui/zonedTime.ts'

export const auditPeriods = ['today', 'week', 'month', 'ever', 'own'] as const
export type AuditPeriod = (typeof auditPeriods)[number]

export interface AuditSpan {
  readonly sinceAt: number
  /** Null: up to now, and whatever comes. */
  readonly untilAt: number | null
}

const DAYS = { week: 7, month: 30 } as const

/** A period as moments; `from` and `to` are days (`2026-11-22`), both included, by the zone's calendar. */
export function auditSpan(
  period: AuditPeriod,
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
  timeZone: string,
): AuditSpan {
  const today = Date.parse(wallClock(now, timeZone).date)
  const dayStart = (day: number) => momentOf({ date: dayOf(day), time: '00:00' }, timeZone)
  switch (period) {
    case 'ever':
      return { sinceAt: 0, untilAt: null }
    case 'today':
      return { sinceAt: dayStart(today), untilAt: null }
    case 'own': {
      const [first, last] = [Date.parse(from), Date.parse(to)]
      return {
        sinceAt: Number.isNaN(first) ? 0 : dayStart(first),
        untilAt: Number.isNaN(last) ? null : dayStart(last + DAY_MS) - 1,
      }
    }
    default:
      return { sinceAt: dayStart(today - (DAYS[period] - 1) * DAY_MS), untilAt: null }
  }
}

/** A day counted in UTC, where each is as long as the next. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
