import type { MessageId, UserId } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { deliverOutgoing } from './deliverOutgoing.ts'
import type { OutgoingDelivery } from './deliverOutgoing.ts'
import {
  addOutgoing,
  findOutgoing,
  forgetOutgoing,
  freeOutgoing,
  refuseOutgoing,
  removeOutgoing,
} from './outgoing.ts'
import type { OutgoingMessage } from './outgoing.ts'
import type { OutgoingStore } from './outgoingStore.ts'

/** A browser may let IndexedDB hang: no message waits for it longer than this. */
const STORE_LIMIT_MS = SECOND_MS

/** The stored message may reach the thread a moment after the server's word: until then this one stands for it. */
const HANDOVER_MS = 300

export interface OutgoingQueue {
  /** Shown at once, stored before it is sent, gone when the server has it. */
  send(messages: readonly OutgoingMessage[]): void
  /** Takes up what an earlier page of this member left unsent. */
  recover(userId: UserId): Promise<void>
  retry(id: MessageId): void
  discard(id: MessageId): void
  /** The member signs out: nothing more leaves or is shown until he recovers what is kept. */
  stop(): void
}

/** Sends messages of a conversation one after the other; conversations do not wait for each other. */
export function createOutgoingQueue(store: OutgoingStore, delivery: OutgoingDelivery): OutgoingQueue {
  const lanes = createLanes(deliver)

  async function deliver(id: MessageId, isGoing: () => boolean) {
    const item = findOutgoing(id)
    if (!item || !isGoing()) return
    const refusal = await deliverOutgoing(item.message, delivery)
    if (refusal === null) await leave(id)
    // Whoever has signed out is refused everything: that says nothing about the message.
    else if (isGoing()) refuseOutgoing(id, refusal)
  }

  async function leave(id: MessageId) {
    await store.remove(id).catch(forgetStore)
    setTimeout(removeOutgoing, HANDOVER_MS, id)
  }

  return {
    send(messages) {
      addOutgoing(messages)
      for (const message of messages) lanes.enter(message, kept(store.put(message)))
    },
    async recover(userId) {
      const left = (await store.readAll(userId).catch(() => [])).filter(({ id }) => !findOutgoing(id))
      addOutgoing(left)
      for (const message of left) lanes.enter(message, Promise.resolve())
    },
    retry(id) {
      const freed = freeOutgoing(id)
      if (freed) lanes.enter(freed, Promise.resolve())
    },
    discard(id) {
      if (findOutgoing(id)?.refusal) void leave(id)
    },
    stop() {
      lanes.stop()
      forgetOutgoing()
    },
  }
}

/** One after the other in a conversation. `isGoing` turns false for all that entered before a stop. */
function createLanes(deliver: (id: MessageId, isGoing: () => boolean) => Promise<void>) {
  let lanes = new Map<string, Promise<void>>()
  return {
    enter({ id, conversationId }: OutgoingMessage, ready: Promise<void>) {
      const own = lanes
      const before = own.get(conversationId) ?? Promise.resolve()
      own.set(
        conversationId,
        Promise.all([before, ready]).then(() => deliver(id, () => own === lanes)),
      )
    },
    stop() {
      lanes = new Map()
    },
  }
}

function kept(putting: Promise<void>): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, STORE_LIMIT_MS))
  return Promise.race([putting.catch(forgetStore), patience])
}

/** Private windows may forbid IndexedDB: the message is sent all the same, it just does not outlive the page. */
function forgetStore(): void {}
