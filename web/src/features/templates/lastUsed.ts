import { timeAgo } from '#web/ui/timeAgo.ts'
import { t } from './messages.ts'

/** «Ещё не отправляли», or how long ago. */
export function lastUsed(at: number | null, now: number, timeZone: string): string {
  return at === null ? t('neverUsed') : timeAgo(at, now, timeZone)
}
