import { DomainError } from '#shared/domain/DomainError.ts'
import { previewText } from '#shared/domain/conversation.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { contextOf } from '#functions/channels/route.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { demandOwn } from './demandOwn.ts'
import { editOf } from './editOf.ts'
import { meetMessage } from './meetMessage.ts'
import type { MessagePlace, Met } from './meetMessage.ts'
import { signatureOf } from './signatureOf.ts'

/** Changes the text of one's own message at the customer's, then here. Throws a DomainError or a ProviderError. */
export async function editMessage(
  { text, ...place }: MessagePlace & { readonly text: string },
  caller: CallingMember,
  now = Date.now(),
): Promise<null> {
  const met = await meetMessage(place, caller)
  const { route, message, standing } = met
  const { edit } = route.adapter.changes ?? {}
  if (!edit) throw new DomainError('channelCannot')
  demandOwn(met, caller, route.adapter.manifest.limits.editWindowMs, now)
  demandRoom(met, text)
  if (message.text === text) return null
  const authorName = await signatureOf(route, message.author)
  await edit(standing, { text, authorName }, route.settings, contextOf(route.kind))
  await storeEdit(place, text, now)
  return null
}

/** A file's text may be taken away; a text without a file is deleted instead. */
function demandRoom({ standing, route }: Met, text: string): void {
  const { textLength, captionLength } = route.adapter.manifest.limits
  const limit = standing.hasAttachments ? captionLength : textLength
  if (text.length > limit) throw new DomainError('textTooLong', { limit })
  if (text === '' && !standing.hasAttachments) throw new DomainError('textMissing')
}

function storeEdit(
  { companyId, conversationId, messageId }: MessagePlace,
  text: string,
  now: number,
): Promise<void> {
  const places = {
    message: ['messages', { companyId, conversationId, messageId }] as const,
    conversation: ['conversations', { companyId, conversationId }] as const,
  }
  return contendedTransaction(async (unit) => {
    const [message, row] = await unit.getAll<['messages', 'conversations']>(
      places.message,
      places.conversation,
    )
    if (!message || !row || message.text === text) return
    unit.update(places.message, editOf(message, text, now))
    if (row.lastMessage?.id === messageId) {
      unit.update(places.conversation, { 'lastMessage.text': previewText(text), updatedAt: commitTime() })
    }
  })
}
