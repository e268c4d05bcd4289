import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { language } from '#web/ui/i18n.ts'
import { isSameDayIn, momentIn } from '#web/ui/momentIn.ts'
import { t } from './messages.ts'

/** «Ещё не отправляли», «Только что», «12 минут назад», «Сегодня, 09:41», «14 ноя». */
export function lastUsed(at: number | null, now: number, timeZone: string): string {
  if (at === null) return t('neverUsed')
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
