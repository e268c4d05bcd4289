import { describe, expect, it } from 'vitest'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import type { BusinessHours } from '#shared/domain/businessHours.ts'
import { isWithinHours } from '#shared/domain/isWithinHours.ts'

const OFFICE = { fromMinute: 9 * 60, toMinute: 18 * 60 }
const NIGHT = { fromMinute: 22 * 60, toMinute: 2 * 60 }

/** Off all week but for the days named, Monday 0. */
const only = (days: Partial<Record<number, BusinessHours[number]>>): BusinessHours =>
  ALWAYS.map((_, at) => days[at] ?? null)

/** 16 November 2026 is a Monday. */
const moscow = (hours: BusinessHours, moment: string) =>
  isWithinHours(hours, 'Europe/Moscow', Date.parse(`${moment}+03:00`))

describe('hours of a day', () => {
  it.each([
    ['2026-11-16T08:59:59', false],
    ['2026-11-16T09:00:00', true],
    ['2026-11-16T17:59:59', true],
    ['2026-11-16T18:00:00', false],
    ['2026-11-17T12:00:00', false],
  ])('hold %s: %s', (moment, isIn) => {
    expect(moscow(only({ 0: OFFICE }), moment)).toBe(isIn)
  })

  it('round the clock have no gap at midnight', () => {
    for (const moment of ['2026-11-16T00:00:00', '2026-11-16T23:59:59', '2026-11-22T23:59:59'])
      expect(moscow(ALWAYS, moment)).toBe(true)
  })
})

describe('hours that cross midnight', () => {
  it.each([
    ['2026-11-20T21:59:00', false],
    ['2026-11-20T22:00:00', true],
    ['2026-11-20T23:59:00', true],
    ['2026-11-21T00:00:00', true],
    ['2026-11-21T01:59:00', true],
    ['2026-11-21T02:00:00', false],
    ['2026-11-20T01:00:00', false],
  ])('of Friday hold %s: %s', (moment, isIn) => {
    expect(moscow(only({ 4: NIGHT }), moment)).toBe(isIn)
  })

  it('of Sunday end on Monday', () => {
    expect(moscow(only({ 6: NIGHT }), '2026-11-16T01:00:00')).toBe(true)
  })

  it('of Saturday and hours of Sunday hold both', () => {
    const hours = only({ 5: NIGHT, 6: OFFICE })
    expect(['01:00', '03:00', '10:00'].map((time) => moscow(hours, `2026-11-22T${time}:00`))).toEqual([
      true,
      false,
      true,
    ])
  })

  it('that end when they began last a day', () => {
    const hours = only({ 0: { fromMinute: 540, toMinute: 540 } })
    expect(moscow(hours, '2026-11-17T08:59:00')).toBe(true)
    expect(moscow(hours, '2026-11-17T09:00:00')).toBe(false)
  })
})

describe('a time zone', () => {
  it('decides the day', () => {
    const sunday = Date.UTC(2026, 10, 15, 22, 30)
    expect(isWithinHours(only({ 6: OFFICE, 0: null }), 'UTC', sunday)).toBe(false)
    expect(isWithinHours(only({ 0: { fromMinute: 0, toMinute: 120 } }), 'Europe/Moscow', sunday)).toBe(true)
  })

  it('whose clocks go forward keeps to the clock on the wall', () => {
    const berlin = (moment: number) => isWithinHours(only({ 6: OFFICE }), 'Europe/Berlin', moment)
    // 29 March 2026: 02:00 becomes 03:00, so nine o'clock is 07:00 UTC, on the Sunday before 08:00.
    expect([Date.UTC(2026, 2, 29, 6, 59), Date.UTC(2026, 2, 29, 7, 0)].map(berlin)).toEqual([false, true])
    expect([Date.UTC(2026, 2, 22, 7, 59), Date.UTC(2026, 2, 22, 8, 0)].map(berlin)).toEqual([false, true])
  })

  it('whose clocks go back goes through an hour twice', () => {
    const hours = only({ 6: { fromMinute: 120, toMinute: 180 } })
    const berlin = (moment: number) => isWithinHours(hours, 'Europe/Berlin', moment)
    // 25 October 2026: from 00:00 to 02:00 UTC it is between two and three, twice.
    const moments = [
      Date.UTC(2026, 9, 24, 23, 59),
      Date.UTC(2026, 9, 25, 0, 0),
      Date.UTC(2026, 9, 25, 1, 30),
      Date.UTC(2026, 9, 25, 2, 0),
    ]
    expect(moments.map(berlin)).toEqual([false, true, true, false])
  })

  it('may lie half an hour beside the others', () => {
    const kolkata = (moment: number) => isWithinHours(only({ 0: OFFICE }), 'Asia/Kolkata', moment)
    expect([Date.UTC(2026, 10, 16, 3, 29), Date.UTC(2026, 10, 16, 3, 30)].map(kolkata)).toEqual([false, true])
  })
})
