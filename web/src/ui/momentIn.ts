import { language } from './i18n.ts'

/** A moment in words, by a zone's clock. */
export function momentIn(timeZone: string, at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language(), { ...options, timeZone }).format(at)
}

/** Whether a zone's calendar has two moments on one day. */
export function isSameDayIn(timeZone: string, one: number, other: number): boolean {
  const day = { dateStyle: 'short' } as const
  return momentIn(timeZone, one, day) === momentIn(timeZone, other, day)
}
