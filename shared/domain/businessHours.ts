import * as z from 'zod/mini'

/**
 * Minutes after midnight in the company's time zone; `toMinute` 1440 is the day's end, one that is not
 * later than `fromMinute` is meant for the next day.
 */
export const hoursOfDaySchema = z.object({
  fromMinute: z.int().check(z.gte(0), z.lte(1439)),
  toMinute: z.int().check(z.gte(1), z.lte(1440)),
})

/** Monday first; null on days off. */
export const businessHoursSchema = z.array(z.nullable(hoursOfDaySchema)).check(z.length(7))
export type BusinessHours = z.infer<typeof businessHoursSchema>

/** Round the clock, until somebody says otherwise. */
export const ALWAYS: BusinessHours = Array.from({ length: 7 }, () => ({ fromMinute: 0, toMinute: 1440 }))
