import { DomainError } from '#shared/domain/DomainError.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { meetScheduled } from './meetScheduled.ts'
import { refusalToSend } from './refusalToSend.ts'
import type { ScheduledPlace } from './scheduledPlace.ts'
import { sendOff } from './sendOff.ts'

/** Sends a reply that waits at once: as its author’s, or, where he has left the company, as the caller’s. */
export function sendScheduled(place: ScheduledPlace, caller: CallingMember, now = Date.now()): Promise<null> {
  const { companyId } = place
  return contendedTransaction(async (unit) => {
    const { scheduled, conversation } = await meetScheduled(unit, place, caller)
    const { channelId } = conversation
    const refusal = await refusalToSend(unit, companyId, conversation)
    if (refusal) throw new DomainError(refusal)
    const userId = userIdSchema.parse(scheduled.author.id)
    const member = await unit.get('members', { companyId, userId })
    const author = member
      ? { id: userId, name: member.name }
      : { id: caller.uid, name: caller.member?.name ?? '' }
    sendOff(unit, place, { scheduled, author, channelId }, now)
    return null
  })
}
