import type { BusinessHours } from './businessHours.ts'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Whether a moment falls into the hours, by the clock on the wall of a time zone. */
export function isWithinHours(hours: BusinessHours, timeZone: string, now: number): boolean {
  const { day, minute } = wallClock(timeZone, now)
  const today = hours[day]
  const yesterday = hours[(day + 6) % 7]
  const hasBegun = today ? minute >= today.fromMinute : false
  const isOver = today && today.toMinute > today.fromMinute ? minute >= today.toMinute : false
  const isLeftOver =
    yesterday && yesterday.toMinute <= yesterday.fromMinute ? minute < yesterday.toMinute : false
  return (hasBegun && !isOver) || isLeftOver
}

const WALL_CLOCK = { weekday: 'short', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const

/** The day, Monday first, and the minute after its midnight; an hour the clocks go through twice counts twice. */
function wallClock(timeZone: string, now: number): { day: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', { ...WALL_CLOCK, timeZone }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  return { day: DAYS.indexOf(part('weekday')), minute: Number(part('hour')) * 60 + Number(part('minute')) }
}
