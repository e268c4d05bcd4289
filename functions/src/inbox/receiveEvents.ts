import type { ChannelEvent } from '#shared/domain/channelEvent.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { applyDelivery } from './applyDelivery.ts'
import { applyDeletion, applyEdit } from './applyEdit.ts'
import { ConversationQueue } from './conversationQueue.ts'
import type { Stored } from './storeArrivals.ts'
import { storeArrivals } from './storeArrivals.ts'
import type { Arrival } from './toMessage.ts'
import { toArrival } from './toMessage.ts'

interface Received {
  readonly route: ChannelRoute
  readonly arrival: Arrival
}

/** Well below what one commit takes, and soon enough done for a provider that allows two seconds. */
const MAX_BATCH = 50

const queue = new ConversationQueue<Received, Stored>(MAX_BATCH, (received) => {
  const [first] = received
  return first
    ? storeArrivals(
        first.route,
        received.map(({ arrival }) => arrival),
      )
    : Promise.resolve([])
})

/**
 * Takes in what a webhook told. Settles when everything is stored: only then may the provider be
 * answered 200. Telling the same again changes nothing.
 */
export async function receiveEvents(
  route: ChannelRoute,
  events: readonly ChannelEvent[],
  receivedAt = Date.now(),
): Promise<void> {
  // Started together: messages of one conversation meet in its queue, in their order.
  await Promise.all(events.map((event) => receiveEvent(route, event, receivedAt)))
}

async function receiveEvent(route: ChannelRoute, event: ChannelEvent, receivedAt: number): Promise<void> {
  switch (event.type) {
    case 'messageReceived': {
      const arrival = toArrival(route, event, receivedAt)
      await queue.add(arrival.conversationId, { route, arrival })
      return
    }
    case 'messageEdited':
      await applyEdit(route, event)
      return
    case 'messageDeleted':
      await applyDeletion(route, event)
      return
    case 'deliveryChanged':
      await applyDelivery(route, event)
  }
}
