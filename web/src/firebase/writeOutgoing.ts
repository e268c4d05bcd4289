import { doc, serverTimestamp, writeBatch } from 'firebase/firestore'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { attachmentPath } from './outgoing.ts'
import type { OutgoingFile, OutgoingMessage } from './outgoing.ts'

/**
 * Writes a message and the order to deliver it in one batch; the rules refuse the one without the other.
 * Resolves when the server has it.
 */
export function writeOutgoing(message: OutgoingMessage): Promise<void> {
  const { companyId, conversationId, id } = message
  const batch = writeBatch(firestore)
  batch.set(
    doc(firestore, documentPath('messages', { companyId, conversationId, messageId: id })),
    messageDocument(message),
  )
  batch.set(doc(firestore, documentPath('outbox', { companyId, entryId: id })), outboxDocument(message))
  return batch.commit()
}

function messageDocument(message: OutgoingMessage): Record<string, unknown> {
  const { kind, text, files, author, replyTo } = message
  return {
    direction: 'outbound',
    kind,
    text,
    attachments: files.map((file) => attachmentOf(message, file)),
    author: { type: 'member', id: author.id, name: author.name },
    sentAt: serverTimestamp(),
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
    sequence: 0,
    externalId: '',
    delivery: { status: 'queued' },
    previousTexts: [],
    ...(replyTo && { replyTo }),
  }
}

function attachmentOf(message: OutgoingMessage, file: OutgoingFile): Record<string, unknown> {
  const { blob, ...described } = file
  return { ...described, size: blob.size, state: 'ready', path: attachmentPath(message, file) }
}

function outboxDocument({
  id,
  channelId,
  conversationId,
  afterEntryId,
  author,
}: OutgoingMessage): Record<string, unknown> {
  return {
    target: 'channel',
    channelId,
    conversationId,
    messageId: id,
    afterEntryId,
    state: 'queued',
    attempts: 0,
    createdBy: author.id,
    createdAt: serverTimestamp(),
  }
}
