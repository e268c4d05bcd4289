import type { MessageId } from '#shared/domain/ids.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { toArrival } from '#functions/inbox/toMessage.ts'
import { keepOwnMessage } from '#functions/store/widgetMailbox.ts'
import { admitMessage } from './admitMessage.ts'
import type { VisitorChannel } from './visitorChannel.ts'

/** Takes in one message of an authenticated request. Told again, it changes nothing and has the same id. */
export async function receiveVisitorMessage(
  channel: VisitorChannel,
  request: WebhookRequest,
  now = Date.now(),
): Promise<MessageId> {
  const [event] = channel.adapter.parse(request)
  if (event?.type !== 'messageReceived') throw new InvalidInputError(['type: not a message'])
  const sessionId = event.conversationExternalId
  const { message } = toArrival(channel, event, now)
  if ((await admitMessage(channel, sessionId, message, now)) === 'known') return message.id
  await receiveEvents(channel, [event], now)
  await keepOwnMessage(sessionId, message)
  return message.id
}
