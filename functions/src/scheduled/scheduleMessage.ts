import { DomainError } from '#shared/domain/DomainError.ts'
import type { ReplyForLater } from '#shared/api/scheduled.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { SCHEDULED_MAX_COUNT } from '#shared/domain/scheduledMessage.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { demandMoment } from './demandMoment.ts'
import { refusalToSend } from './refusalToSend.ts'

/** Keeps a reply until its time, under the id its browser gave it: asked for twice it is one, sent meanwhile or not. */
export async function scheduleMessage(
  reply: ReplyForLater,
  caller: CallingMember,
  now = Date.now(),
): Promise<null> {
  demandWords(reply)
  demandOwnFiles(reply)
  const { companyId, conversationId, id: messageId, ...said } = reply
  const place = ['scheduledMessages', { companyId, conversationId, messageId }] as const
  return contendedTransaction(async (unit) => {
    const [conversation, waiting, message] = await unit.getAll<
      ['conversations', 'scheduledMessages', 'messages']
    >(['conversations', { companyId, conversationId }], place, [
      'messages',
      { companyId, conversationId, messageId },
    ])
    if (!conversation) throw new DomainError('notFound')
    demandSight(caller, conversation)
    if (waiting || message) return null
    demandMoment(reply.sendAt, now)
    await demandRoom(unit, reply, conversation)
    unit.create(place, {
      ...said,
      author: { id: caller.uid, name: caller.member?.name ?? '' },
      state: 'waiting',
      createdAt: now,
      updatedAt: commitTime(),
    })
    return null
  })
}

function demandWords({ text, attachments }: ReplyForLater): void {
  if (text.trim() === '' && attachments.length === 0) throw new InvalidInputError(['text: missing'])
}

/** Where storage.rules let members of this company put files for this conversation, and nowhere else. */
function demandOwnFiles({ companyId, conversationId, attachments }: ReplyForLater): void {
  const folder = `companies/${companyId}/conversations/${conversationId}/outgoing`
  for (const { id, path } of attachments) {
    const name = path.startsWith(`${folder}/${id}/`) ? path.slice(`${folder}/${id}/`.length) : ''
    if (!/^[^/]{1,255}$/.test(name)) throw new InvalidInputError(['attachments.path: foreign'])
  }
}

async function demandRoom(
  unit: StoreTransaction,
  { companyId, conversationId }: ReplyForLater,
  conversation: Conversation,
): Promise<void> {
  const refusal = await refusalToSend(unit, companyId, conversation)
  if (refusal) throw new DomainError(refusal)
  const waiting = await unit.find('scheduledMessages', {}, SCHEDULED_MAX_COUNT, { companyId, conversationId })
  if (waiting.length >= SCHEDULED_MAX_COUNT) throw new DomainError('tooManyScheduled')
}
