import type { BusinessHours } from '#shared/domain/businessHours.ts'

/** `09:00–18:00, –, …`, Monday first, `–` on days off: in no language. */
export function hoursInWords(hours: BusinessHours): string {
  return hours.map(dayInWords).join(', ')
}

function dayInWords(day: BusinessHours[number]): string {
  return day ? `${timeOfDay(day.fromMinute)}–${timeOfDay(day.toMinute)}` : '–'
}

function timeOfDay(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
