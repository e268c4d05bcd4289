import { DAY_MS } from '#shared/domain/time.ts'
import { language } from '#web/ui/i18n.ts'
import { t } from './messages.ts'
import { OWN_ZONE, isSameClock, wallClock, zoneName } from '#web/ui/zonedTime.ts'

type Form = 'clock' | 'dayMonth' | 'dayMonthLong' | 'dayMonthYearLong' | 'numbers'

const forms: Readonly<Record<Form, Intl.DateTimeFormatOptions>> = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dayMonth: { day: 'numeric', month: 'short' },
  dayMonthLong: { day: 'numeric', month: 'long' },
  dayMonthYearLong: { day: 'numeric', month: 'long', year: 'numeric' },
  numbers: { day: '2-digit', month: '2-digit', year: 'numeric' },
}

const made = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times using one. */
function formatOf(form: Form, timeZone: string): Intl.DateTimeFormat {
  const locale = language() === 'ru' ? 'ru-RU' : 'en-GB'
  const key = `${locale} ${timeZone} ${form}`
  const ready = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...forms[form], timeZone })
  made.set(key, ready)
  return ready
}

function format(form: Form, at: number, timeZone: string): string {
  return formatOf(form, timeZone).format(at)
}

/** «14 ноя»: Intl shortens Russian months to three letters or four, with a dot or without. */
function dayAndMonth(at: number, timeZone: string): string {
  const parts = formatOf('dayMonth', timeZone).formatToParts(at)
  return parts.map(({ type, value }) => (type === 'month' ? value.slice(0, 3) : value)).join('')
}

/** The day a moment lies in where that zone is, as a number that grows by one a day. */
export function dayOf(at: number, timeZone: string): number {
  return Date.parse(wallClock(at, timeZone).date) / DAY_MS
}

export function clockTime(at: number, timeZone: string): string {
  return format('clock', at, timeZone)
}

/** «12:40», «Вчера», «14 ноя», «14.11.2024». */
export function rowTime(at: number, now: number, timeZone: string): string {
  const age = dayOf(now, timeZone) - dayOf(at, timeZone)
  if (age <= 0) return clockTime(at, timeZone)
  if (age === 1) return t('yesterday')
  return isSameYear(at, now, timeZone) ? dayAndMonth(at, timeZone) : format('numbers', at, timeZone)
}

/** «Сегодня», «Вчера», «20 ноября», with the year when it differs. */
export function dayName(at: number, now: number, timeZone: string): string {
  const age = dayOf(now, timeZone) - dayOf(at, timeZone)
  if (age === 0) return t('today')
  if (age === 1) return t('yesterday')
  return isSameYear(at, now, timeZone) ? format('dayMonthLong', at, timeZone) : fullDay(at, timeZone)
}

function isSameYear(a: number, b: number, timeZone: string): boolean {
  const yearOf = (at: number) => wallClock(at, timeZone).date.slice(0, 4)
  return yearOf(a) === yearOf(b)
}

function fullDay(at: number, timeZone: string): string {
  return format('dayMonthYearLong', at, timeZone).replace(/\s?г\.$/u, '')
}

/** «3 июня 2025, 14:20». */
export function dayAndTime(at: number, timeZone: string): string {
  return `${fullDay(at, timeZone)}, ${clockTime(at, timeZone)}`
}

/** Whose time it is that is shown, and what it was by this machine's clock; nothing where both show the same. */
export function ownTimeTip(at: number, timeZone: string): string | undefined {
  if (isSameClock(at, timeZone, OWN_ZONE)) return undefined
  const isOneDay = dayOf(at, timeZone) === dayOf(at, OWN_ZONE)
  const time = isOneDay ? clockTime(at, OWN_ZONE) : dayAndTime(at, OWN_ZONE)
  return t('companyTime', { zone: zoneName(timeZone, at), time })
}
