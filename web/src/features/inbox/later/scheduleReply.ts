import { companyTimeZone } from '#web/firebase/companyTimeZone.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import { attachmentPath } from '#web/firebase/outgoing.ts'
import type { OutgoingMessage } from '#web/firebase/outgoing.ts'
import { scheduleMessage } from '#web/firebase/scheduledMessages.ts'
import { showToast } from '#web/ui/toasts.ts'
import { manifestOf } from '../channelLook.ts'
import { composeMessages } from '../composeMessages.ts'
import type { Written } from '../composeMessages.ts'
import { draftKey } from '../drafts.ts'
import { writtenOf } from '../writtenOf.ts'
import { refusalWords, sendingWords } from './laterWords.ts'
import { withFormerIds } from './withFormerIds.ts'

/** A file on its way to be kept. */
export interface SavedFile {
  readonly path: string
  readonly size: number
}

interface Scheduling {
  readonly place: ConversationPlace
  readonly row: Pick<ConversationRow, 'channelId' | 'channelKind'>
  readonly author: OutgoingMessage['author']
  readonly sendAt: number
  /** Tells of the files before they are uploaded. */
  onSaving(files: readonly SavedFile[]): void
}

/** What was not kept, by place: the server's word may have been lost on its way, so it is asked for under the same ids. */
const unkept = new Map<string, readonly OutgoingMessage[]>()

/**
 * Has the server keep what was written until its time, and says so. Where it makes several messages, they
 * leave in their order. Gives what is not kept; null when all of it is.
 */
export async function scheduleReply(written: Written, scheduling: Scheduling): Promise<Written | null> {
  const { place, sendAt, onSaving } = scheduling
  const messages = composed(written, scheduling)
  if (messages.length === 0) return written
  onSaving(messages.flatMap(filesOf))
  unkept.delete(draftKey(place))
  for (const [at, message] of messages.entries()) {
    try {
      await scheduleMessage(message, sendAt + at)
    } catch (error) {
      const left = messages.slice(at)
      unkept.set(draftKey(place), left)
      showToast({ text: refusalWords(error) })
      return writtenOf(left)
    }
  }
  const timeZone = await companyTimeZone(place.companyId)
  showToast({ text: sendingWords(sendAt, Date.now(), timeZone) })
  return null
}

function composed(written: Written, { place, row, author }: Scheduling): readonly OutgoingMessage[] {
  const limits = manifestOf(row.channelKind)?.limits
  if (!limits) return []
  const sender = { place, row, author, limits, afterEntryId: '', now: Date.now() }
  return withFormerIds(composeMessages(written, sender), unkept.get(draftKey(place)) ?? [])
}

function filesOf(message: OutgoingMessage): SavedFile[] {
  return message.files.map((file) => ({ path: attachmentPath(message, file), size: file.blob.size }))
}
