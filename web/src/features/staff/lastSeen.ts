import { MINUTE_MS } from '#shared/domain/time.ts'
import { timeAgo } from '#web/ui/timeAgo.ts'
import { t } from './messages.ts'

/** Pages tell that they are open every two minutes. */
const STILL_HERE_MS = 3 * MINUTE_MS

/** «Ни разу», «Сейчас в системе», or how long ago. */
export function lastSeen(at: number | undefined, now: number, timeZone: string): string {
  if (at === undefined) return t('seenNever')
  return now - at < STILL_HERE_MS ? t('seenNow') : timeAgo(at, now, timeZone)
}
