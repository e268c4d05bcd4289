import { FirebaseError } from 'firebase/app'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  attachmentIdSchema,
  channelIdSchema,
  companyIdSchema,
  conversationIdSchema,
  messageIdSchema,
  noteIdSchema,
  userIdSchema,
} from '#shared/domain/ids.ts'
import { createOutgoingQueue } from '#web/firebase/createOutgoingQueue.ts'
import { deliverOutgoing, refusalOf } from '#web/firebase/deliverOutgoing.ts'
import type { OutgoingDelivery } from '#web/firebase/deliverOutgoing.ts'
import { outgoingMessages } from '#web/firebase/outgoing.ts'
import type { OutgoingMessage } from '#web/firebase/outgoing.ts'
import { outgoingNotes } from '#web/firebase/outgoingNotes.ts'
import type { OutgoingNote } from '#web/firebase/outgoingNotes.ts'
import type { OutgoingStore } from '#web/firebase/outgoingStore.ts'
import { unsentCount } from '#web/firebase/unsentCount.ts'

const member = userIdSchema.parse('member-1')
let writtenAt = 0
let round = 0

/** Acknowledged messages linger for a moment, so every test has ids of its own. */
function idOf(name: string) {
  return messageIdSchema.parse(`${name}-${round}`)
}

function nameOf(id: string): string {
  return id.replace(/-\d+$/, '')
}

function aMessage(name: string, change: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    id: idOf(name),
    companyId: companyIdSchema.parse('company-1'),
    conversationId: conversationIdSchema.parse('conversation-1'),
    channelId: channelIdSchema.parse('channel-1'),
    author: { id: member, name: 'Ольга' },
    kind: 'text',
    text: name,
    files: [],
    afterEntryId: '',
    writtenAt: ++writtenAt,
    ...change,
  }
}

const file = {
  id: attachmentIdSchema.parse('file-1'),
  kind: 'document',
  name: 'a.pdf',
  contentType: 'application/pdf',
  blob: new Blob(['x']),
} as const

/** What outlives the page. */
function aStore(): OutgoingStore<OutgoingMessage> & { readonly kept: Map<string, OutgoingMessage> } {
  const kept = new Map<string, OutgoingMessage>()
  return {
    kept,
    put(message) {
      kept.set(nameOf(message.id), message)
      return Promise.resolve()
    },
    remove(id) {
      kept.delete(nameOf(id))
      return Promise.resolve()
    },
    has: (id) => Promise.resolve(kept.has(nameOf(id))),
    readAll: (userId) => Promise.resolve([...kept.values()].filter(({ author }) => author.id === userId)),
  }
}

/** A server that takes a message once and refuses to create it again, as the rules do. */
function aServer() {
  const stored: string[] = []
  const orders: string[] = []
  const gates: (() => void)[] = []
  let isOnline = true
  const state = {
    stored,
    orders,
    refuse: new Set<string>(),
    goOffline: () => (isOnline = false),
    goOnline() {
      isOnline = true
      for (const open of gates.splice(0)) open()
    },
  }
  const delivery: OutgoingDelivery = {
    uploadFiles: () => Promise.resolve(),
    async write(message) {
      const id = nameOf(message.id)
      if (!isOnline) await new Promise<void>((resolve) => gates.push(resolve))
      if (stored.includes(id) || state.refuse.has(id)) throw new FirebaseError('permission-denied', 'refused')
      stored.push(id)
      orders.push(`${nameOf(message.afterEntryId)}<${id}`)
    },
    isStored: ({ id }) => Promise.resolve(stored.includes(nameOf(id))),
    untilRetry: () => Promise.resolve(),
  }
  return { ...state, delivery }
}

function shown(): string[] {
  return outgoingMessages.items.value.map(
    ({ written, refusal }) => nameOf(written.id) + (refusal ? `:${refusal}` : ''),
  )
}

function aQueue(store: OutgoingStore<OutgoingMessage>, delivery: OutgoingDelivery) {
  return createOutgoingQueue({
    list: outgoingMessages,
    store,
    deliver: (message, isWanted) => deliverOutgoing(message, delivery, isWanted),
  })
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}

beforeEach(() => {
  round++
  outgoingMessages.forget()
})

describe('the outgoing queue', () => {
  it('shows a message at once, keeps it, and lets go when the server has it', async () => {
    const store = aStore()
    const server = aServer()
    server.goOffline()
    aQueue(store, server.delivery).send([aMessage('a')])
    expect(shown()).toEqual(['a'])
    expect(unsentCount.value).toBe(1)
    await settled()
    expect([...store.kept.keys()]).toEqual(['a'])

    server.goOnline()
    await expect.poll(shown).toEqual([])
    await expect.poll(() => store.kept.size).toBe(0)
    expect(server.stored).toEqual(['a'])
  })

  it('keeps the order of a conversation', async () => {
    const server = aServer()
    server.goOffline()
    const queue = aQueue(aStore(), server.delivery)
    queue.send([aMessage('a')])
    queue.send([aMessage('b'), aMessage('c')])
    await settled()
    server.goOnline()
    await expect.poll(() => server.stored).toEqual(['a', 'b', 'c'])
  })

  it('does not let one conversation wait for another', async () => {
    const server = aServer()
    const never: OutgoingDelivery = {
      ...server.delivery,
      write: (message) =>
        nameOf(message.id) === 'stuck' ? new Promise(() => undefined) : server.delivery.write(message),
    }
    const queue = aQueue(aStore(), never)
    queue.send([aMessage('stuck')])
    queue.send([aMessage('b', { conversationId: conversationIdSchema.parse('conversation-2') })])
    await expect.poll(() => server.stored).toEqual(['b'])
  })

  it('sends what an earlier page left, in order and once', async () => {
    const store = aStore()
    const server = aServer()
    for (const id of ['a', 'b']) await store.put(aMessage(id))
    await store.put(aMessage('another', { author: { id: userIdSchema.parse('member-2'), name: 'Ирина' } }))
    await aQueue(store, server.delivery).recover(member)
    await expect.poll(() => server.stored).toEqual(['a', 'b'])
    await expect.poll(() => [...store.kept.keys()]).toEqual(['another'])
  })

  it('takes a refused create for done when the message is there', async () => {
    const store = aStore()
    const server = aServer()
    server.stored.push('a')
    await store.put(aMessage('a'))
    await aQueue(store, server.delivery).recover(member)
    await expect.poll(shown).toEqual([])
    expect(store.kept.size).toBe(0)
    expect(server.orders).toEqual([])
  })

  it('keeps a refused message, with the reason, until it is sent again or removed', async () => {
    const store = aStore()
    const server = aServer()
    server.refuse.add('a').add('b')
    const queue = aQueue(store, server.delivery)
    queue.send([aMessage('a'), aMessage('b')])
    await expect.poll(shown).toEqual(['a:permission-denied', 'b:permission-denied'])
    expect(store.kept.size).toBe(2)

    server.refuse.delete('a')
    queue.retry(idOf('a'))
    queue.discard(idOf('b'))
    await expect.poll(shown).toEqual([])
    expect(server.stored).toEqual(['a'])
    await expect.poll(() => store.kept.size).toBe(0)
  })

  it('lets nobody wait for a refused message', async () => {
    const server = aServer()
    server.refuse.add('a')
    aQueue(aStore(), server.delivery).send([aMessage('a'), aMessage('b', { afterEntryId: idOf('a') })])
    await expect.poll(() => server.orders).toEqual(['<b'])
  })

  it('tries an upload again after a broken connection, but not after a refusal', async () => {
    const server = aServer()
    const errors = [
      new FirebaseError('storage/retry-limit-exceeded', ''),
      new FirebaseError('storage/unknown', ''),
    ]
    const flaky: OutgoingDelivery = {
      ...server.delivery,
      uploadFiles({ id }) {
        const error = nameOf(id) === 'a' ? errors.shift() : new FirebaseError('storage/unauthorized', '')
        return error ? Promise.reject(error) : Promise.resolve()
      },
    }
    aQueue(aStore(), flaky).send([aMessage('a', { files: [file] }), aMessage('b', { files: [file] })])
    await expect.poll(shown).toEqual(['b:storage/unauthorized'])
    expect(server.stored).toEqual(['a'])
  })

  it('takes back what is still being uploaded, here and in the store, and lets nobody wait for it', async () => {
    const store = aStore()
    const server = aServer()
    const uploads: (() => void)[] = []
    const slow: OutgoingDelivery = {
      ...server.delivery,
      uploadFiles: ({ files }) =>
        files.length > 0 ? new Promise((resolve) => uploads.push(resolve)) : Promise.resolve(),
    }
    const queue = aQueue(store, slow)
    queue.send([aMessage('a', { files: [file] }), aMessage('b', { afterEntryId: idOf('a') })])
    await expect.poll(() => uploads.length).toBe(1)
    queue.withdraw(idOf('a'))
    expect(shown()).toEqual(['b'])
    for (const finish of uploads) finish()
    await expect.poll(() => server.orders).toEqual(['<b'])
    await expect.poll(() => store.kept.size).toBe(0)
  })

  it('does not send what another tab has taken back meanwhile, and lets nobody wait for it', async () => {
    const store = aStore()
    const server = aServer()
    const uploads: (() => void)[] = []
    const slow: OutgoingDelivery = {
      ...server.delivery,
      uploadFiles: ({ files }) =>
        files.length > 0 ? new Promise((resolve) => uploads.push(resolve)) : Promise.resolve(),
    }
    await store.put(aMessage('a', { files: [file] }))
    const queue = aQueue(store, slow)
    await queue.recover(member)
    queue.send([aMessage('b', { afterEntryId: idOf('a') })])
    await expect.poll(() => uploads.length).toBe(1)
    await store.remove(idOf('a'))
    for (const finish of uploads) finish()
    await expect.poll(() => server.orders).toEqual(['<b'])
    await expect.poll(shown).toEqual([])
  })

  it('tries no upload again that was stopped by hand', async () => {
    const server = aServer()
    let tries = 0
    const stopped: OutgoingDelivery = {
      ...server.delivery,
      uploadFiles({ id }) {
        tries++
        queue.withdraw(id)
        return Promise.reject(new FirebaseError('storage/canceled', 'stopped'))
      },
    }
    const queue = aQueue(aStore(), stopped)
    queue.send([aMessage('a', { files: [file] })])
    await expect.poll(shown).toEqual([])
    await settled()
    expect([tries, server.stored]).toEqual([1, []])
  })

  it('stops at sign-out and goes on when the same member is back', async () => {
    const store = aStore()
    const server = aServer()
    server.goOffline()
    const queue = aQueue(store, server.delivery)
    queue.send([aMessage('a'), aMessage('b')])
    await settled()

    queue.stop()
    expect(shown()).toEqual([])
    for (const id of ['a', 'b']) server.refuse.add(id)
    server.goOnline()
    await settled()
    expect(shown()).toEqual([])
    expect([...store.kept.keys()]).toEqual(['a', 'b'])

    server.refuse.clear()
    await queue.recover(member)
    await expect.poll(() => server.stored).toEqual(['a', 'b'])
    await expect.poll(() => store.kept.size).toBe(0)
  })

  it('believes no refusal that belongs to the time before a sign-out', async () => {
    const server = aServer()
    let refuseEarlier: (error: Error) => void = () => undefined
    const writes = [
      new Promise<void>((_, reject) => (refuseEarlier = reject)),
      new Promise<void>(() => undefined),
    ]
    const write = () => writes.shift() ?? Promise.reject(new Error('written too often'))
    const queue = aQueue(aStore(), { ...server.delivery, write })
    queue.send([aMessage('a')])
    await settled()
    queue.stop()
    await queue.recover(member)
    await settled()
    refuseEarlier(new FirebaseError('permission-denied', 'nobody is signed in'))
    await settled()
    expect(shown()).toEqual(['a'])
  })

  it('sends though the browser forbids its store', async () => {
    const refuse = () => Promise.reject(new Error('no store here'))
    const server = aServer()
    const queue = aQueue({ put: refuse, remove: refuse, has: refuse, readAll: refuse }, server.delivery)
    await queue.recover(member)
    queue.send([aMessage('a')])
    await expect.poll(() => server.stored).toEqual(['a'])
    await expect.poll(shown).toEqual([])
  })
})

describe('the queue of notes', () => {
  it('writes once what an earlier page left, and asks no second time where it had got through', async () => {
    const kept = new Map(['a', 'b'].map((name) => [name, aNote(name)]))
    const stored = ['a']
    const queue = createOutgoingQueue({
      list: outgoingNotes,
      store: {
        put: () => Promise.resolve(),
        remove: (id) => Promise.resolve(void kept.delete(id)),
        has: (id) => Promise.resolve(kept.has(id)),
        readAll: () => Promise.resolve([...kept.values()]),
      },
      deliver: ({ id }) => refusalOf(write(stored, id), () => Promise.resolve(stored.includes(id))),
    })
    await queue.recover(member)
    await expect.poll(() => kept.size).toBe(0)
    await expect.poll(() => outgoingNotes.items.value).toEqual([])
    expect(stored).toEqual(['a', 'b'])
  })
})

function aNote(name: string): OutgoingNote {
  const { companyId, conversationId, author } = aMessage(name)
  const id = noteIdSchema.parse(name)
  return { id, companyId, conversationId, author, text: name, mentions: [], writtenAt: ++writtenAt }
}

/** As the rules do: a second create is refused. */
function write(stored: string[], id: string): () => Promise<void> {
  return () => {
    if (stored.includes(id)) return Promise.reject(new FirebaseError('permission-denied', 'refused'))
    stored.push(id)
    return Promise.resolve()
  }
}
