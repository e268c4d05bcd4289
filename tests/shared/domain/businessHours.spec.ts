import { describe, expect, it } from 'vitest'
import { ALWAYS, businessHoursSchema } from '#shared/domain/businessHours.ts'

const weekWith = (day: unknown) => [day, ...ALWAYS.slice(1)]
const isSound = (hours: unknown) => businessHoursSchema.safeParse(hours).success

describe('business hours', () => {
  it('are round the clock to begin with', () => {
    expect(isSound(ALWAYS)).toBe(true)
  })

  it.each([
    null,
    { fromMinute: 0, toMinute: 1 },
    { fromMinute: 1439, toMinute: 1440 },
    { fromMinute: 1320, toMinute: 120 },
    { fromMinute: 540, toMinute: 540 },
  ])('may hold %o', (day) => {
    expect(isSound(weekWith(day))).toBe(true)
  })

  it.each([
    { fromMinute: 540, toMinute: 0 },
    { fromMinute: 1440, toMinute: 1440 },
    { fromMinute: 0, toMinute: 1441 },
    { fromMinute: -1, toMinute: 540 },
    {},
    undefined,
  ])('never hold %o', (day) => {
    expect(isSound(weekWith(day))).toBe(false)
  })

  it('are those of seven days', () => {
    expect([isSound(ALWAYS.slice(1)), isSound([...ALWAYS, null])]).toEqual([false, false])
  })
})
