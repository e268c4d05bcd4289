import { describe, expect, it } from 'vitest'
import { auditSpan } from '#web/features/audit/auditPeriod.ts'

const NOW = new Date(2026, 10, 22, 18, 30).getTime()
const midnight = (day: number) => new Date(2026, 10, day).getTime()
const noDays = { from: '', to: '' }

describe('audit period', () => {
  it('today begins at midnight and goes on', () => {
    expect(auditSpan('today', noDays, NOW)).toEqual({ sinceAt: midnight(22), untilAt: null })
  })

  it('seven days include today', () => {
    expect(auditSpan('week', noDays, NOW).sinceAt).toBe(midnight(16))
  })

  it('all time begins at the beginning', () => {
    expect(auditSpan('ever', noDays, NOW)).toEqual({ sinceAt: 0, untilAt: null })
  })

  it('one’s own includes both its days', () => {
    const { sinceAt, untilAt } = auditSpan('own', { from: '2026-11-20', to: '2026-11-20' }, NOW)
    expect(sinceAt).toBe(midnight(20))
    expect(untilAt).toBe(midnight(21) - 1)
  })

  it('one’s own is open where no day is set', () => {
    expect(auditSpan('own', noDays, NOW)).toEqual({ sinceAt: 0, untilAt: null })
  })
})
