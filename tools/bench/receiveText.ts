import { routeByChannel } from '#functions/channels/route.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'

export interface ReceivedText {
  readonly chatId: number
  readonly messageId: number
  readonly text: string
}

/** A contact's text as a webhook's function takes it in, in this very process. */
export async function receiveText(
  companyId: CompanyId,
  channelId: ChannelId,
  { chatId, messageId, text }: ReceivedText,
): Promise<void> {
  const route = await routeByChannel(companyId, channelId)
  if (!route) throw new Error('the channel is not connected')
  const [conversationExternalId, externalId] = [String(chatId), String(messageId)]
  const sender = { externalId: conversationExternalId, name: nameOfChat(chatId), handle: '', phone: '' }
  const content = { kind: 'text', text, attachments: [], sentAt: Date.now(), sequence: messageId } as const
  await receiveEvents(route, [
    { type: 'messageReceived', conversationExternalId, externalId, sender, ...content },
  ])
}

export const nameOfChat = (chatId: number): string => `Гость ${String(chatId)}`
