import type { ChannelEvent } from '#shared/domain/channelEvent.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import { projectedMessage } from '#functions/store/widgetMailbox.ts'
import type { VisitorChannel } from './visitorChannel.ts'

const PER_SESSION = { name: 'widget receipts per session', max: 100, windowMs: 10 * MINUTE_MS }

/** Takes in which answers reached the visitor, or were read; ids that are no answers of his are passed over. */
export async function receiveVisitorReceipts(
  channel: VisitorChannel,
  request: WebhookRequest,
): Promise<void> {
  const events = channel.adapter.parse(request)
  const [first] = events
  if (first?.type !== 'deliveryChanged') throw new InvalidInputError(['type: not a receipt'])
  await countAttempt(PER_SESSION, first.conversationExternalId)
  const known = await Promise.all(events.map(isAnswer))
  await receiveEvents(
    channel,
    events.filter((_, at) => known[at]),
  )
}

async function isAnswer({ conversationExternalId, externalId }: ChannelEvent): Promise<boolean> {
  const message = await projectedMessage(conversationExternalId, externalId)
  return message?.direction === 'outbound'
}
