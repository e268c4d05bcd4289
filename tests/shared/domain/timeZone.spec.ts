import { describe, expect, it } from 'vitest'
import { isTimeZone } from '#shared/domain/timeZone.ts'

describe('a time zone', () => {
  it.each(['Europe/Moscow', 'Asia/Yekaterinburg', 'America/Argentina/Buenos_Aires', 'UTC'])(
    'is %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true)
    },
  )

  it.each(['', ' ', 'Moscow', 'Europe/Atlantis', '+03:00', '-0300', 'Europe/Moscow ', '__proto__'])(
    'is not “%s”',
    (name) => {
      expect(isTimeZone(name)).toBe(false)
    },
  )
})
