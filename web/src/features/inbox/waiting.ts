import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { t } from './messages.ts'

/** From here on a contact has waited too long. */
const LATE_AFTER_MS = 30 * MINUTE_MS

export interface Waiting {
  /** «4 мин». */
  readonly short: string
  /** «без ответа 4 минуты», for ears. */
  readonly spoken: string
  readonly isLate: boolean
}

type Unit = 'minutes' | 'hours' | 'days'

function lengthOf(ms: number): { readonly unit: Unit; readonly count: number } {
  if (ms < HOUR_MS) return { unit: 'minutes', count: Math.max(1, Math.floor(ms / MINUTE_MS)) }
  if (ms < DAY_MS) return { unit: 'hours', count: Math.floor(ms / HOUR_MS) }
  return { unit: 'days', count: Math.floor(ms / DAY_MS) }
}

/** How long a contact has waited for an answer. */
export function waitingFor(since: number, now: number): Waiting {
  const ms = Math.max(0, now - since)
  const { unit, count } = lengthOf(ms)
  return {
    short: t(`${unit}Short`, { count }),
    spoken: t(`${unit}Waiting`, { count }, count),
    isLate: ms >= LATE_AFTER_MS,
  }
}
