import { describe, expect, it } from 'vitest'
import { snoozeChoices } from '#web/features/inbox/menus/snoozeChoices.ts'
import { wallClock } from '#web/ui/zonedTime.ts'

function shown(now: number, timeZone: string): string[] {
  return snoozeChoices(now, timeZone).map(({ name, until }) => {
    const { date, time } = wallClock(until, timeZone)
    return `${name} ${date} ${time}`
  })
}

describe('a conversation is put off', () => {
  it('by Moscow’s clock', () => {
    expect(shown(Date.UTC(2026, 10, 20, 12), 'Europe/Moscow')).toEqual([
      'snoozeHour 2026-11-20 16:00',
      'snoozeEvening 2026-11-20 18:00',
      'snoozeTomorrow 2026-11-21 09:00',
      'snoozeMonday 2026-11-23 09:00',
    ])
  })

  it('by the clock in Vladivostok, where the evening is over', () => {
    expect(shown(Date.UTC(2026, 10, 20, 12), 'Asia/Vladivostok')).toEqual([
      'snoozeHour 2026-11-20 23:00',
      'snoozeTomorrow 2026-11-21 09:00',
      'snoozeMonday 2026-11-23 09:00',
    ])
  })

  it('to nine of the next morning though the clocks are changed at night', () => {
    const saturday = Date.UTC(2027, 2, 27, 12)
    expect(shown(saturday, 'Europe/Berlin').slice(2)).toEqual([
      'snoozeTomorrow 2027-03-28 09:00',
      'snoozeMonday 2027-03-29 09:00',
    ])
  })

  it('on a Monday to the next one', () => {
    expect(shown(Date.UTC(2026, 10, 23, 12), 'Europe/Moscow').at(-1)).toBe('snoozeMonday 2026-11-30 09:00')
  })
})
