import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { language } from './i18n.ts'
import { t } from './messages.ts'
import { isSameDayIn, momentIn } from './momentIn.ts'

/** «Только что», «2 минуты назад», «Сегодня, 09:41», «14 ноя»; with the year after half of one. */
export function timeAgo(at: number, now: number, timeZone: string): string {
  const passed = now - at
  if (passed < MINUTE_MS) return t('justNow')
  if (passed < HOUR_MS) {
    return new Intl.RelativeTimeFormat(language()).format(-Math.floor(passed / MINUTE_MS), 'minute')
  }
  if (isSameDayIn(timeZone, at, now))
    return t('today', { time: momentIn(timeZone, at, { timeStyle: 'short' }) })
  return momentIn(timeZone, at, {
    day: 'numeric',
    month: 'short',
    ...(passed > 180 * DAY_MS && { year: 'numeric' }),
  })
}
