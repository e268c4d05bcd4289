import type { ChannelManifest } from '#channels/manifest.ts'
import { fileKind } from '#shared/domain/fileKind.ts'
import { attachmentIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import type { MessageKind, Quote } from '#shared/domain/message.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import { newId } from '#web/firebase/newId.ts'
import type { OutgoingFile, OutgoingMessage } from '#web/firebase/outgoing.ts'

export interface PickedFile {
  readonly blob: Blob
  readonly name: string
  /** Where its type alone does not tell: a voice note is a sound too. */
  readonly kind?: 'voice'
  readonly width?: number
  readonly height?: number
  /** Seconds, of a voice. */
  readonly duration?: number
}

export interface Written {
  readonly text: string
  readonly files: readonly PickedFile[]
  readonly replyTo?: Quote
}

interface Sender {
  readonly place: ConversationPlace
  readonly row: Pick<ConversationRow, 'channelId'>
  readonly author: OutgoingMessage['author']
  readonly limits: ChannelManifest['limits']
  /** The last message written here that has not left yet, '' if none. */
  readonly afterEntryId: string
  readonly now: number
}

type Part = Pick<Written, 'text' | 'files'>

let lastWrittenAt = 0

/** Grows with every message, so that those of one moment keep their order. */
function nextMoment(now: number): number {
  lastWrittenAt = Math.max(now, lastWrittenAt + 1)
  return lastWrittenAt
}

/** What was written, as the messages the channel takes: so many files each, the text with the first of them if it fits. */
export function composeMessages(written: Written, sender: Sender): OutgoingMessage[] {
  let { afterEntryId } = sender
  return partsOf(written, sender.limits).map((part, at) => {
    const message = composed(part, { ...sender, afterEntryId })
    afterEntryId = message.id
    return at === 0 && written.replyTo ? { ...message, replyTo: written.replyTo } : message
  })
}

function partsOf({ text, files }: Written, limits: ChannelManifest['limits']): Part[] {
  const size = Math.max(1, limits.attachmentsPerMessage)
  const groups = Array.from({ length: Math.ceil(files.length / size) }, (_, at) =>
    files.slice(at * size, (at + 1) * size),
  )
  const isCaption = groups.length > 0 && text.length <= limits.captionLength
  const withFiles = groups.map((group, at) => ({ text: isCaption && at === 0 ? text : '', files: group }))
  if (isCaption || (!text && groups.length > 0)) return withFiles
  return [{ text, files: [] }, ...withFiles]
}

function composed({ text, files }: Part, { place, row, author, afterEntryId, now }: Sender): OutgoingMessage {
  return {
    ...place,
    id: messageIdSchema.parse(newId()),
    channelId: row.channelId,
    author,
    kind: kindOf(files),
    text,
    files: files.map(outgoingFile),
    afterEntryId,
    writtenAt: nextMoment(now),
  }
}

function kindOf([first]: readonly PickedFile[]): MessageKind {
  return first ? (first.kind ?? fileKind(first.blob.type)) : 'text'
}

const NAME_MAX_LENGTH = 255

function outgoingFile(picked: PickedFile): OutgoingFile {
  const { blob, name, kind, width, height, duration } = picked
  return {
    id: attachmentIdSchema.parse(newId()),
    kind: kind ?? fileKind(blob.type),
    name: name.slice(-NAME_MAX_LENGTH) || 'file',
    contentType: /^[^/\s]+\/[^/\s]+$/u.test(blob.type) ? blob.type : 'application/octet-stream',
    blob,
    ...(width && height ? { width, height } : {}),
    ...(duration ? { duration } : {}),
  }
}
