import type { ConversationRow } from '#web/firebase/conversations.ts'
import { keepLocalFile } from '#web/firebase/fileUrls.ts'
import type { ConversationPlace, ThreadMessage } from '#web/firebase/messages.ts'
import { attachmentPath } from '#web/firebase/outgoing.ts'
import type { OutgoingMessage } from '#web/firebase/outgoing.ts'
import { outgoingQueue } from '#web/firebase/outgoingQueue.ts'
import { manifestOf } from './channelLook.ts'
import { composeMessages } from './composeMessages.ts'
import type { Written } from './composeMessages.ts'

interface Sending {
  readonly place: ConversationPlace
  readonly row: Pick<ConversationRow, 'channelId' | 'channelKind'>
  readonly author: OutgoingMessage['author']
  /** What the thread shows now: the last own message may still be on its way. */
  readonly messages: readonly ThreadMessage[]
}

/** Gives what was written to the queue, as the messages its channel takes. */
export function sendMessage(written: Written, { place, row, author, messages }: Sending): void {
  const limits = manifestOf(row.channelKind)?.limits
  if (!limits) return
  const composed = composeMessages(written, {
    place,
    row,
    author,
    limits,
    afterEntryId: lastUnsentId(messages, author.id),
    now: Date.now(),
  })
  for (const message of composed) {
    for (const file of message.files) keepLocalFile(attachmentPath(message, file), file.blob)
  }
  outgoingQueue.send(composed)
}

/** Our last message that has not left yet: the next one must not overtake it. */
function lastUnsentId(messages: readonly ThreadMessage[], authorId: string): string {
  const own = messages.filter(({ direction, author }) => direction === 'outbound' && author.id === authorId)
  const last = own[own.length - 1]
  return last && (last.delivery?.status === 'queued' || last.delivery?.status === 'sending') ? last.id : ''
}
