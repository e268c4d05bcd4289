import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { language } from '#web/ui/i18n.ts'
import { isSameDayIn, momentIn } from '#web/ui/momentIn.ts'
import { t } from './messages.ts'

/** Pages tell that they are open every two minutes. */
const STILL_HERE_MS = 3 * MINUTE_MS

/** «Сейчас в системе», «12 минут назад», «Сегодня, 09:41», «14 ноя»; with the year after half of one. */
export function lastSeen(at: number | undefined, now: number, timeZone: string): string {
  if (at === undefined) return t('seenNever')
  const passed = now - at
  if (passed < STILL_HERE_MS) return t('seenNow')
  if (passed < HOUR_MS) {
    return new Intl.RelativeTimeFormat(language()).format(-Math.floor(passed / MINUTE_MS), 'minute')
  }
  if (isSameDayIn(timeZone, at, now))
    return t('seenToday', { time: momentIn(timeZone, at, { timeStyle: 'short' }) })
  return momentIn(timeZone, at, {
    day: 'numeric',
    month: 'short',
    ...(passed > 180 * DAY_MS && { year: 'numeric' }),
  })
}
