import { DAY_MS } from '#shared/domain/time.ts'

export const auditPeriods = ['today', 'week', 'month', 'ever', 'own'] as const
export type AuditPeriod = (typeof auditPeriods)[number]

export interface AuditSpan {
  readonly sinceAt: number
  /** Null: up to now, and whatever comes. */
  readonly untilAt: number | null
}

const DAYS = { week: 7, month: 30 } as const

/** A period as moments; `from` and `to` are days (`2026-11-22`), both included, in this browser's time. */
export function auditSpan(
  period: AuditPeriod,
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
): AuditSpan {
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  switch (period) {
    case 'ever':
      return { sinceAt: 0, untilAt: null }
    case 'today':
      return { sinceAt: midnight, untilAt: null }
    case 'own':
      return { sinceAt: dayStart(from) ?? 0, untilAt: dayEnd(to) }
    default:
      return { sinceAt: midnight - (DAYS[period] - 1) * DAY_MS, untilAt: null }
  }
}

function dayStart(day: string): number | null {
  const at = new Date(`${day}T00:00`).getTime()
  return Number.isNaN(at) ? null : at
}

function dayEnd(day: string): number | null {
  const at = new Date(`${day}T23:59:59.999`).getTime()
  return Number.isNaN(at) ? null : at
}
