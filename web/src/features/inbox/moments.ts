import { DAY_MS } from '#shared/domain/time.ts'
import { language } from '#web/ui/i18n.ts'
import { t } from './messages.ts'

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
function formatOf(form: Form): Intl.DateTimeFormat {
  const locale = language() === 'ru' ? 'ru-RU' : 'en-GB'
  const key = `${locale} ${form}`
  const ready = made.get(key) ?? new Intl.DateTimeFormat(locale, forms[form])
  made.set(key, ready)
  return ready
}

function format(form: Form, at: number): string {
  return formatOf(form).format(at)
}

/** «14 ноя»: Intl shortens Russian months to three letters or four, with a dot or without. */
function dayAndMonth(at: number): string {
  const parts = formatOf('dayMonth').formatToParts(at)
  return parts.map(({ type, value }) => (type === 'month' ? value.slice(0, 3) : value)).join('')
}

/** The local day a moment lies in, as a number that grows by one a day. */
export function dayOf(at: number): number {
  const date = new Date(at)
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS)
}

export function clockTime(at: number): string {
  return format('clock', at)
}

/** «12:40», «Вчера», «14 ноя», «14.11.2024». */
export function rowTime(at: number, now: number): string {
  const age = dayOf(now) - dayOf(at)
  if (age <= 0) return clockTime(at)
  if (age === 1) return t('yesterday')
  return isSameYear(at, now) ? dayAndMonth(at) : format('numbers', at)
}

/** «Сегодня», «Вчера», «20 ноября», with the year when it differs. */
export function dayName(at: number, now: number): string {
  const age = dayOf(now) - dayOf(at)
  if (age === 0) return t('today')
  if (age === 1) return t('yesterday')
  return isSameYear(at, now) ? format('dayMonthLong', at) : fullDay(at)
}

function isSameYear(a: number, b: number): boolean {
  return new Date(a).getFullYear() === new Date(b).getFullYear()
}

function fullDay(at: number): string {
  return format('dayMonthYearLong', at).replace(/\s?г\.$/u, '')
}

/** «3 июня 2025, 14:20». */
export function dayAndTime(at: number): string {
  return `${fullDay(at)}, ${clockTime(at)}`
}
