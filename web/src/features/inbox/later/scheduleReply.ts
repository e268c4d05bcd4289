import { companyTimeZone } from '#web/firebase/companyTimeZone.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import type { OutgoingMessage } from '#web/firebase/outgoing.ts'
import { scheduleMessage } from '#web/firebase/scheduledMessages.ts'
import { showToast } from '#web/ui/toasts.ts'
import { manifestOf } from '../channelLook.ts'
import { composeMessages } from '../composeMessages.ts'
import type { Written } from '../composeMessages.ts'
import { refusalWords, sendingWords } from './laterWords.ts'

interface Scheduling {
  readonly place: ConversationPlace
  readonly row: Pick<ConversationRow, 'channelId' | 'channelKind'>
  readonly author: OutgoingMessage['author']
  readonly sendAt: number
}

/**
 * Has the server keep what was written until its time, and says so. Where it makes several messages, they
 * leave in their order. Gives whether all of it is kept.
 */
export async function scheduleReply(
  written: Written,
  { place, row, author, sendAt }: Scheduling,
): Promise<boolean> {
  const limits = manifestOf(row.channelKind)?.limits
  if (!limits) return false
  const now = Date.now()
  const messages = composeMessages(written, { place, row, author, limits, afterEntryId: '', now })
  try {
    for (const [at, message] of messages.entries()) await scheduleMessage(message, sendAt + at)
  } catch (error) {
    showToast({ text: refusalWords(error) })
    return false
  }
  showToast({ text: sendingWords(sendAt, now, await companyTimeZone(place.companyId)) })
  return true
}
