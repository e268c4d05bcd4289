import { doc, serverTimestamp, writeBatch } from 'firebase/firestore'
import type { Firestore, WriteBatch } from 'firebase/firestore'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { anOutboxEntry } from '#tests/builders/anOutboxEntry.ts'
import { actors } from './actors.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import type { World } from './world.ts'

/** What is other than it should be in a reply and the entry that orders its delivery; null leaves one out. */
export interface SendingChange {
  readonly message?: Fields | null
  readonly entry?: Fields | null
  readonly messageId?: string
  readonly entryId?: string
  readonly conversationId?: string
}

const OPERATOR = { type: 'member', id: actors.operator.sub, name: 'Ольга Орлова' } as const

function messageFields(change: SendingChange): Record<string, unknown> {
  const now = serverTimestamp()
  const message = { ...anOutboundMessage({ author: OPERATOR }), sentAt: now, createdAt: now, updatedAt: now }
  // What is put under a message later comes from functions.
  return overlay(message, { reactions: undefined, ...change.message })
}

function entryFields(
  { channelId, conversationId }: World,
  messageId: string,
  change: SendingChange,
): Record<string, unknown> {
  const entry = anOutboxEntry({ channelId, conversationId, createdBy: OPERATOR.id })
  return overlay({ ...entry, messageId, createdAt: serverTimestamp() }, change.entry ?? {})
}

/** Puts a reply and its outbox entry into a batch. */
export function addReply(batch: WriteBatch, as: Firestore, world: World, change: SendingChange = {}): void {
  const { messageId = freshId(), conversationId = world.conversationId } = change
  const conversation = world.document('conversations', conversationId)
  if (change.message !== null)
    batch.set(doc(as, `${conversation}/messages/${messageId}`), messageFields(change))
  if (change.entry !== null) {
    batch.set(
      doc(as, world.document('outbox', change.entryId ?? messageId)),
      entryFields(world, messageId, change),
    )
  }
}

/** Sends a reply as the page does, in one batch. */
export function sendReply(as: Firestore, world: World, change: SendingChange = {}): Promise<void> {
  const batch = writeBatch(as)
  addReply(batch, as, world, change)
  return batch.commit()
}
