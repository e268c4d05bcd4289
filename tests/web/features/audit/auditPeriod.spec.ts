import { describe, expect, it } from 'vitest'
import { auditSpan } from '#web/features/audit/auditPeriod.ts'

const ZONE = 'Europe/Moscow'
const NOW = Date.UTC(2026, 10, 22, 15, 30)
const midnight = (day: number) => Date.UTC(2026, 10, day, -3)
const noDays = { from: '', to: '' }

describe('audit period', () => {
  it('today begins at midnight and goes on', () => {
    expect(auditSpan('today', noDays, NOW, ZONE)).toEqual({ sinceAt: midnight(22), untilAt: null })
  })

  it('seven days include today', () => {
    expect(auditSpan('week', noDays, NOW, ZONE).sinceAt).toBe(midnight(16))
  })

  it('all time begins at the beginning', () => {
    expect(auditSpan('ever', noDays, NOW, ZONE)).toEqual({ sinceAt: 0, untilAt: null })
  })

  it('one’s own includes both its days', () => {
    const { sinceAt, untilAt } = auditSpan('own', { from: '2026-11-20', to: '2026-11-20' }, NOW, ZONE)
    expect(sinceAt).toBe(midnight(20))
    expect(untilAt).toBe(midnight(21) - 1)
  })

  it('one’s own is open where no day is set', () => {
    expect(auditSpan('own', noDays, NOW, ZONE)).toEqual({ sinceAt: 0, untilAt: null })
  })

  it('is the company’s day, where it is another than here', () => {
    expect(auditSpan('today', noDays, NOW, 'Asia/Vladivostok').sinceAt).toBe(Date.UTC(2026, 10, 22, 14))
  })

  it('begins at midnight on the days when clocks change, too', () => {
    const span = auditSpan('own', { from: '2026-10-25', to: '2026-10-25' }, NOW, 'Europe/Berlin')
    expect(span.sinceAt).toBe(Date.UTC(2026, 9, 24, 22))
    expect(span.untilAt).toBe(Date.UTC(2026, 9, 25, 23) - 1)
  })
})
