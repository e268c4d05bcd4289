import { DomainError } from '#shared/domain/DomainError.ts'
import { language } from '#web/ui/i18n.ts'
import { OWN_ZONE, isSameClock, zoneName } from '#web/ui/zonedTime.ts'
import { t } from './messages.ts'

const REFUSALS = [
  'contactBlocked',
  'channelDisconnected',
  'alreadySent',
  'momentRefused',
  'tooManyScheduled',
] as const

/** Why the server did not do it, in words. */
export function refusalWords(error: unknown): string {
  const known = REFUSALS.find((code) => error instanceof DomainError && error.code === code)
  return t(known ?? 'failed')
}

function locale(): string {
  return language() === 'ru' ? 'ru-RU' : 'en-GB'
}

export function clockIn(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(locale(), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** «23 ноября в 09:00», with the year when it is another one. */
export function dayAndClock(at: number, now: number, timeZone: string): string {
  const yearOf = (moment: number) =>
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(moment)
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const)
  const day = new Intl.DateTimeFormat(locale(), { timeZone, day: 'numeric', month: 'long', ...year }).format(
    at,
  )
  return `${day.replace(/\s?г\.$/u, '')}${language() === 'ru' ? ' в ' : ' at '}${clockIn(at, timeZone)}`
}

/** «Отправим 23 ноября в 09:00», with the company's zone where the reader's clock shows another time. */
export function sendingWords(at: number, now: number, timeZone: string): string {
  const moment = dayAndClock(at, now, timeZone)
  if (isSameClock(at, timeZone, OWN_ZONE)) return t('scheduled', { moment })
  return t('scheduledZone', { moment, zone: zoneName(timeZone, at) })
}
