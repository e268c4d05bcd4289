import {
  deleteMessageContract,
  editMessageContract,
  reactToMessageContract,
  signalContactContract,
} from '#shared/api/messageChanges.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import type { ConversationPlace } from './messages.ts'

/** What is asked of the customer's channel at once; each throws what `call` throws. */
const callables = () => import('./callables.ts')

export async function editMessage(
  place: ConversationPlace,
  messageId: MessageId,
  text: string,
): Promise<void> {
  const { call } = await callables()
  await call(editMessageContract, { ...place, messageId, text })
}

export async function deleteMessage(place: ConversationPlace, messageId: MessageId): Promise<void> {
  const { call } = await callables()
  await call(deleteMessageContract, { ...place, messageId })
}

export async function reactToMessage(
  place: ConversationPlace,
  messageId: MessageId,
  emoji: string,
): Promise<void> {
  const { call } = await callables()
  await call(reactToMessageContract, { ...place, messageId, emoji })
}

export async function signalContact(place: ConversationPlace, signal: 'typing' | 'read'): Promise<void> {
  const { call } = await callables()
  await call(signalContactContract, { ...place, signal })
}
