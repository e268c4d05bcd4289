import { DomainError } from '#shared/domain/DomainError.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { commitTime, removed } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { demandMoment } from './demandMoment.ts'
import { meetScheduled } from './meetScheduled.ts'
import { refusalToSend } from './refusalToSend.ts'
import type { ScheduledPlace } from './scheduledPlace.ts'

type Rescheduling = ScheduledPlace & { readonly text: string; readonly sendAt: number }

/** Gives a reply that waits, or was refused, other words or another time. Whoever does is its author from then on. */
export async function rescheduleMessage(
  { text, sendAt, ...place }: Rescheduling,
  caller: CallingMember,
  now = Date.now(),
): Promise<null> {
  demandMoment(sendAt, now)
  return contendedTransaction(async (unit) => {
    const { scheduled, conversation } = await meetScheduled(unit, place, caller)
    if (text.trim() === '' && scheduled.attachments.length === 0)
      throw new InvalidInputError(['text: missing'])
    const refusal = await refusalToSend(unit, place.companyId, conversation)
    if (refusal) throw new DomainError(refusal)
    unit.update(['scheduledMessages', { ...place }], {
      text,
      sendAt,
      author: { id: caller.uid, name: caller.member?.name ?? '' },
      state: 'waiting',
      reason: removed(),
      updatedAt: commitTime(),
    })
    return null
  })
}
