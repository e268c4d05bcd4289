import { resendMessageContract } from '#shared/api/messages.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import type { ConversationPlace } from './messages.ts'

/** Asks the server to send a failed or uncertain message once more. */
export async function resendMessage(place: ConversationPlace, messageId: MessageId): Promise<void> {
  const { call } = await import('./callables.ts')
  await call(resendMessageContract, { ...place, messageId })
}
