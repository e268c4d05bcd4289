import type { ChannelEvent, MessageEdited } from '#shared/domain/channelEvent.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { applyDelivery } from './applyDelivery.ts'
import { applyDeletion, applyEdit } from './applyEdit.ts'
import { applyReaction } from './applyReaction.ts'
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
    case 'messageReceived':
      await store(route, toArrival(route, event, receivedAt))
      return
    case 'messageEdited':
      await receiveEdit(route, event, receivedAt)
      return
    case 'messageDeleted':
      await applyDeletion(route, event)
      return
    case 'deliveryChanged':
      await applyDelivery(route, event, receivedAt)
      return
    case 'reactionChanged':
      await applyReaction(route, event)
  }
}

function store(route: ChannelRoute, arrival: Arrival): Promise<Stored> {
  return queue.add(arrival.conversationId, { route, arrival })
}

/**
 * An edit may overtake its message: then it is stored in its place, and the original that comes late finds
 * its id taken. Both go through the same queue, so neither is in the other's way.
 */
async function receiveEdit(route: ChannelRoute, event: MessageEdited, receivedAt: number): Promise<void> {
  if (event.message) {
    const { message, ...rest } = toArrival(route, event.message, receivedAt)
    const stored = await store(route, { ...rest, message: { ...message, editedAt: event.editedAt } })
    if (stored === 'new') return
  }
  await applyEdit(route, event)
}
