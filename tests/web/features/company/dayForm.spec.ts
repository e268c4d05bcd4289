import { describe, expect, it } from 'vitest'
import { endsNextDay, fromDayForm, toDayForm } from '#web/features/company/dayForm.ts'

const day = (from: string, to: string) => fromDayForm({ mode: 'byHours', from, to })

describe('day form', () => {
  it.each([
    null,
    { fromMinute: 0, toMinute: 1440 },
    { fromMinute: 540, toMinute: 1080 },
    { fromMinute: 600, toMinute: 1440 },
    { fromMinute: 1320, toMinute: 120 },
    { fromMinute: 540, toMinute: 540 },
  ])('gives back what it was given: %j', (hours) => {
    expect(fromDayForm(toDayForm(hours))).toEqual(hours)
  })

  it('takes midnight at the end for the end of the day', () => {
    expect(day('10:00', '00:00')).toEqual({ fromMinute: 600, toMinute: 1440 })
  })

  it('ends on the next day where it ends no later than it begins', () => {
    expect(day('18:00', '02:00')).toEqual({ fromMinute: 1080, toMinute: 120 })
    expect(endsNextDay({ mode: 'byHours', from: '18:00', to: '02:00' })).toBe(true)
    expect(endsNextDay({ mode: 'byHours', from: '09:00', to: '09:00' })).toBe(true)
  })

  it.each(['18:00', '00:00'])('that ends at %s is over with the day', (to) => {
    expect(endsNextDay({ mode: 'byHours', from: '09:00', to })).toBe(false)
  })

  it('is none when a field is empty', () => {
    expect(day('', '18:00')).toBeUndefined()
    expect(day('09:00', '')).toBeUndefined()
  })

  it('offers the usual hours to a day that had none', () => {
    expect(toDayForm(null)).toEqual({ mode: 'dayOff', from: '09:00', to: '18:00' })
  })
})
