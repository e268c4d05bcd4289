import type { CallingMember } from '#functions/members/demandSight.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { meetScheduled } from './meetScheduled.ts'
import type { ScheduledPlace } from './scheduledPlace.ts'

/** Drops a reply that waits. */
export function cancelScheduled(place: ScheduledPlace, caller: CallingMember): Promise<null> {
  return contendedTransaction(async (unit) => {
    await meetScheduled(unit, place, caller)
    unit.delete('scheduledMessages', { ...place })
    return null
  })
}
