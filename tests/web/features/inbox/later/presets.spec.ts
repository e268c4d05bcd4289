import { describe, expect, it } from 'vitest'
import { SECOND_MS } from '#shared/domain/time.ts'
import { presets } from '#web/features/inbox/later/presets.ts'
import { wallClock } from '#web/ui/zonedTime.ts'

const ZONE = 'Europe/Moscow'
/** A Friday, 15:00 in Moscow. */
const FRIDAY = Date.UTC(2026, 10, 20, 12)

function shown(now: number, timeZone = ZONE) {
  return presets(now, timeZone).map(({ kind, at }) => {
    const { date, time } = wallClock(at, timeZone)
    return `${kind} ${date} ${time}`
  })
}

describe('the usual times', () => {
  it('are in an hour, tomorrow and on Monday', () => {
    expect(shown(FRIDAY)).toEqual([
      'inHour 2026-11-20 16:00',
      'tomorrow 2026-11-21 09:00',
      'monday 2026-11-23 09:00',
    ])
  })

  it('name Monday once when it is tomorrow', () => {
    expect(shown(FRIDAY + 2 * 86_400_000)).toEqual(['inHour 2026-11-22 16:00', 'tomorrow 2026-11-23 09:00'])
  })

  it('mean the next Monday on a Monday', () => {
    expect(shown(FRIDAY + 3 * 86_400_000)[2]).toBe('monday 2026-11-30 09:00')
  })

  it('go by the company’s day, not by that of Greenwich', () => {
    expect(shown(Date.UTC(2026, 10, 20, 22), 'Asia/Vladivostok')).toEqual([
      'inHour 2026-11-21 09:00',
      'tomorrow 2026-11-22 09:00',
      'monday 2026-11-23 09:00',
    ])
  })

  it('begin with a whole minute that is an hour away or a little more', () => {
    const [inHour] = presets(FRIDAY + SECOND_MS, ZONE)
    expect(inHour?.at).toBe(FRIDAY + 61 * 60_000)
  })
})
