import type { BusinessHours } from '#shared/domain/businessHours.ts'
import { language } from '#web/ui/i18n.ts'
import { t } from './messages.ts'

interface Run {
  readonly from: number
  readonly to: number
  readonly words: string
}

/** «Пн–Пт 09:00–18:00, Сб–Вс выходной»: neighbouring days that are alike stand together. */
export function hoursWords(hours: BusinessHours): string {
  const runs = hours.reduce<Run[]>((known, day, at) => {
    const last = known.at(-1)
    const words = dayWords(day)
    if (last?.words !== words) return [...known, { from: at, to: at, words }]
    return [...known.slice(0, -1), { ...last, to: at }]
  }, [])
  const [only] = runs
  if (runs.length === 1 && only) return t('everyDay', { hours: only.words })
  return runs.map(runWords).join(', ')
}

function runWords({ from, to, words }: Run): string {
  return `${from === to ? weekday(from) : `${weekday(from)}–${weekday(to)}`} ${words}`
}

function dayWords(day: BusinessHours[number]): string {
  if (!day) return t('dayOff')
  const { fromMinute, toMinute } = day
  if (fromMinute === 0 && toMinute === 1440) return t('roundTheClock')
  return `${clock(fromMinute)}–${clock(toMinute % 1440)}`
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The first of January 2024 was a Monday. */
function weekday(at: number): string {
  const day = new Intl.DateTimeFormat(language(), { weekday: 'short', timeZone: 'UTC' })
  const name = day.format(Date.UTC(2024, 0, 1 + at))
  return name.charAt(0).toUpperCase() + name.slice(1)
}
