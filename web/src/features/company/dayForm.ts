import type { BusinessHours } from '#shared/domain/businessHours.ts'

type HoursOfDay = BusinessHours[number]

/** A day as its controls hold it; `from` and `to` are `HH:MM`. */
export interface DayForm {
  mode: 'always' | 'byHours' | 'dayOff'
  from: string
  to: string
}

const MINUTES_A_DAY = 1440

/** What stands in the fields of a day that had no hours yet. */
const USUAL = { from: '09:00', to: '18:00' } as const

export function toDayForm(hours: HoursOfDay): DayForm {
  if (!hours) return { mode: 'dayOff', ...USUAL }
  const { fromMinute, toMinute } = hours
  if (fromMinute === 0 && toMinute === MINUTES_A_DAY) return { mode: 'always', ...USUAL }
  return { mode: 'byHours', from: clock(fromMinute), to: clock(toMinute % MINUTES_A_DAY) }
}

/** Undefined while a field is empty. What ends no later than it begins ends on the next day. */
export function fromDayForm({ mode, from, to }: DayForm): HoursOfDay | undefined {
  if (mode === 'dayOff') return null
  if (mode === 'always') return { fromMinute: 0, toMinute: MINUTES_A_DAY }
  const [fromMinute, toMinute] = [minuteOf(from), minuteOf(to)]
  if (Number.isNaN(fromMinute + toMinute)) return undefined
  // Midnight at the end of a day is its end.
  return { fromMinute, toMinute: toMinute === 0 ? MINUTES_A_DAY : toMinute }
}

export function endsNextDay(day: DayForm): boolean {
  const hours = fromDayForm(day)
  return hours ? hours.toMinute <= hours.fromMinute : false
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** NaN, and so no hours, for an empty field. */
function minuteOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number)
  return (hours ?? NaN) * 60 + (minutes ?? NaN)
}
