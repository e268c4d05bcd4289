import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import { momentOf, wallClock } from '#web/ui/zonedTime.ts'

export type SnoozeChoice = 'snoozeHour' | 'snoozeEvening' | 'snoozeTomorrow' | 'snoozeMonday'

const EVENING = '18:00'
const MORNING = '09:00'

/** Until when a conversation is usually put off, by the company's clock; this evening only while it is to come. */
export function snoozeChoices(
  now: number,
  timeZone: string,
): { readonly name: SnoozeChoice; readonly until: number }[] {
  const today = Date.parse(wallClock(now, timeZone).date)
  const evening = on(today, EVENING, timeZone)
  const toMonday = (8 - new Date(today).getUTCDay()) % 7 || 7
  const choices = [
    { name: 'snoozeHour', until: now + HOUR_MS },
    { name: 'snoozeEvening', until: evening },
    { name: 'snoozeTomorrow', until: on(today + DAY_MS, MORNING, timeZone) },
    { name: 'snoozeMonday', until: on(today + toMonday * DAY_MS, MORNING, timeZone) },
  ] as const
  return choices.filter(({ name, until }) => name !== 'snoozeEvening' || until > now + HOUR_MS)
}

/** At that time of the day whose midnight in Greenwich is given, whatever the clocks are set to meanwhile. */
function on(day: number, time: string, timeZone: string): number {
  return momentOf({ date: new Date(day).toISOString().slice(0, 10), time }, timeZone)
}

/** The rules let nobody put off for longer. */
export const SNOOZE_MAX_MS = 365 * DAY_MS
