import type { UserId } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { Outgoing, OutgoingList } from './outgoingList.ts'
import type { OutgoingStore } from './outgoingStore.ts'

/** A browser may let IndexedDB hang: nothing waits for it longer than this. */
const STORE_LIMIT_MS = SECOND_MS

/** The stored one may reach the thread a moment after the server's word: until then this one stands for it. */
const HANDOVER_MS = 300

export interface OutgoingQueue<Written extends Outgoing> {
  /** Shown at once, stored before it is sent, gone when the server has it. */
  send(all: readonly Written[]): void
  /** Takes up what an earlier page of this member left unsent. */
  recover(userId: UserId): Promise<void>
  retry(id: string): void
  /** Only what was refused. */
  discard(id: string): void
  /** Takes back what has not been written yet: a file may take long. What was written is on its way. */
  withdraw(id: string): void
  /** The member signs out: nothing more leaves or is shown until he recovers what is kept. */
  stop(): void
}

interface OutgoingKind<Written extends Outgoing> {
  readonly list: OutgoingList<Written>
  readonly store: OutgoingStore<Written>
  /** Gets it to the server: null when it is there, else the code of the refusal. Stops on the way when unwanted. */
  deliver(written: Written, isWanted: () => Promise<boolean>): Promise<string | null>
}

/** Sends what is written in a conversation one after the other; conversations do not wait for each other. */
export function createOutgoingQueue<Written extends Outgoing>(
  kind: OutgoingKind<Written>,
): OutgoingQueue<Written> {
  const { list, store } = kind
  /** Those that were in the store, which another tab shares: whatever is gone from it was taken back or sent there. */
  const kept = new Set<string>()
  const isKept = (id: string) => !kept.has(id) || inTime(store.has(id), true)
  const lanes = createLanes((id, isGoing) => send(kind, id, isGoing, isKept))

  async function keep(written: Written) {
    await store.put(written)
    kept.add(written.id)
  }

  return {
    send(all) {
      list.add(all)
      for (const written of all) lanes.enter(written, inTime(keep(written), undefined))
    },
    async recover(userId) {
      const left = (await store.readAll(userId).catch(() => [])).filter(({ id }) => !list.find(id))
      list.add(left)
      for (const { id } of left) kept.add(id)
      for (const written of left) lanes.enter(written, Promise.resolve())
    },
    retry(id) {
      const freed = list.free(id)
      if (freed) lanes.enter(freed, Promise.resolve())
    },
    discard(id) {
      if (list.find(id)?.refusal) void leave(kind, id, false)
    },
    withdraw(id) {
      list.remove(id, false)
      void store.remove(id).catch(forgetStore)
    },
    stop() {
      lanes.stop()
      list.forget()
    },
  }
}

async function send<Written extends Outgoing>(
  kind: OutgoingKind<Written>,
  id: string,
  isGoing: () => boolean,
  isKept: (id: string) => boolean | Promise<boolean>,
): Promise<void> {
  const { list, deliver } = kind
  const item = list.find(id)
  if (!item || !isGoing()) return
  const fate = { isTakenBack: false }

  /** After a sign-out nothing is listed: that takes nothing back. */
  async function isWanted() {
    fate.isTakenBack = (isGoing() && !list.find(id)) || !(await isKept(id))
    return !fate.isTakenBack
  }

  const refusal = await deliver(item.written, isWanted)
  if (fate.isTakenBack) list.remove(id, false)
  else if (refusal === null) await leave(kind, id, true)
  // Whoever has signed out is refused everything: that says nothing about the message.
  else if (isGoing()) list.refuse(id, refusal)
}

async function leave<Written extends Outgoing>(
  { list, store }: OutgoingKind<Written>,
  id: string,
  hasArrived: boolean,
): Promise<void> {
  await store.remove(id).catch(forgetStore)
  setTimeout(() => {
    list.remove(id, hasArrived)
  }, HANDOVER_MS)
}

/** One after the other in a conversation. `isGoing` turns false for all that entered before a stop. */
function createLanes(deliver: (id: string, isGoing: () => boolean) => Promise<void>) {
  let lanes = new Map<string, Promise<void>>()
  return {
    enter({ id, conversationId }: Outgoing, ready: Promise<void>) {
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

/** What the store says; `otherwise` where it fails or hangs. */
function inTime<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  const patience = new Promise<T>((resolve) => setTimeout(resolve, STORE_LIMIT_MS, otherwise))
  return Promise.race([asked.catch(() => otherwise), patience])
}

/** Private windows may forbid IndexedDB: it is sent all the same, it just does not outlive the page. */
function forgetStore(): void {}
