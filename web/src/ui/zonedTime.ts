import { language } from './i18n.ts'

const MINUTE_MS = 60_000

/** This machine's. */
export const OWN_ZONE: string = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What a clock on the wall shows: `2026-11-23` and `09:00`, as date and time fields have them. */
export interface WallClock {
  readonly date: string
  readonly time: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, format)
  return format
}

export function wallClock(at: number, timeZone: string): WallClock {
  const [date = '', time = ''] = formatOf(timeZone).format(at).split(' ')
  return { date, time }
}

function asUtc({ date, time }: WallClock): number {
  return Date.parse(`${date}T${time}:00Z`)
}

function offsetAt(at: number, timeZone: string): number {
  return asUtc(wallClock(at, timeZone)) - Math.floor(at / MINUTE_MS) * MINUTE_MS
}

/** When a clock in that zone shows this; NaN for what is no time. An hour the clocks leave out counts as the one after. */
export function momentOf(clock: WallClock, timeZone: string): number {
  const shown = asUtc(clock)
  if (Number.isNaN(shown)) return NaN
  const guess = shown - offsetAt(shown, timeZone)
  return shown - offsetAt(guess, timeZone)
}

/** Whether both clocks show the same at that moment. */
export function isSameClock(at: number, one: string, other: string): boolean {
  return offsetAt(at, one) === offsetAt(at, other)
}

/** «Москва, стандартное время», as the page's language names a zone. */
export function zoneName(timeZone: string, at: number): string {
  const locale = language() === 'ru' ? 'ru-RU' : 'en-GB'
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
