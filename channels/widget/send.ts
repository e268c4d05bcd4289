import type { ChannelContext, OutboundMessage, SendReceipt } from '../adapter.ts'

/** There is no provider: the visitor's own projection is where the message arrives. */
export async function putIntoMailbox(
  message: OutboundMessage,
  { mailbox }: ChannelContext,
): Promise<SendReceipt> {
  await mailbox.put(message.conversationExternalId, message)
  return { externalId: message.id }
}
