import { DomainError } from '#shared/domain/DomainError.ts'
import type { ReplyForLater } from '#shared/api/scheduled.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import { SCHEDULED_MAX_COUNT } from '#shared/domain/scheduledMessage.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { hashId } from '#functions/platform/hashId.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { demandMoment } from './demandMoment.ts'
import { refusalToSend } from './refusalToSend.ts'

/** Keeps a reply until its time. Its id is made of what it says and when: the same asked for twice is one. */
export async function scheduleMessage(
  reply: ReplyForLater,
  caller: CallingMember,
  now = Date.now(),
): Promise<{ readonly messageId: MessageId }> {
  demandWords(reply)
  demandOwnFiles(reply)
  demandMoment(reply.sendAt, now)
  const { companyId, conversationId, ...said } = reply
  const messageId = idOf(reply, caller.uid)
  const place = ['scheduledMessages', { companyId, conversationId, messageId }] as const
  return contendedTransaction(async (unit) => {
    const [conversation, known] = await unit.getAll<['conversations', 'scheduledMessages']>(
      ['conversations', { companyId, conversationId }],
      place,
    )
    if (!conversation) throw new DomainError('notFound')
    demandSight(caller, conversation)
    if (known) return { messageId }
    await demandRoom(unit, reply, conversation)
    unit.create(place, {
      ...said,
      author: { id: caller.uid, name: caller.member?.name ?? '' },
      state: 'waiting',
      createdAt: now,
      updatedAt: commitTime(),
    })
    return { messageId }
  })
}

function idOf({ companyId, conversationId, ...said }: ReplyForLater, uid: string): MessageId {
  return messageIdSchema.parse(hashId(companyId, conversationId, uid, JSON.stringify(said)))
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
