import { FieldValue } from 'firebase-admin/firestore'
import { firestore } from '#functions/store/firestore.ts'
import type { Bench } from './Bench.ts'
import { BenchStack } from './BenchStack.ts'
import { inFlight } from './inFlight.ts'
import type { BenchUpdate } from './seedChannel.ts'
import { postUpdate, seedChannel } from './seedChannel.ts'

const IN_FLIGHT = 32
const CONVERSATIONS = 200
const MESSAGES = 4000
const BURST = 50
const FIRST_CHAT = 1000
const BURST_CHAT = 999

/** Message `at` of a run: conversations take turns. */
function updateAt(at: number, round: number): BenchUpdate {
  const chatId = FIRST_CHAT + (at % CONVERSATIONS)
  const messageId = 1 + round * MESSAGES + Math.floor(at / CONVERSATIONS)
  return { chatId, messageId, text: `Сообщение ${String(at)}` }
}

const updates = (count: number, round: number) =>
  Array.from({ length: count }, (_, at) => updateAt(at, round))

async function perSecond(count: number, run: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return Math.round((count / (performance.now() - startedAt)) * 1000)
}

/** What the database alone does: 2 reads and 3 writes a transaction, of the same size. */
function bareTransaction(at: number): Promise<void> {
  const database = firestore()
  const row = database.doc(`bare/row${String(at % CONVERSATIONS)}`)
  const contact = database.doc(`bareContacts/contact${String(at % CONVERSATIONS)}`)
  const message = row.collection('messages').doc(`m${String(at)}`)
  const text = `Сообщение ${String(at)}`
  const filler = Object.fromEntries(Array.from({ length: 12 }, (_, field) => [`field${String(field)}`, text]))
  return database.runTransaction(async (transaction) => {
    await transaction.getAll(row, message)
    transaction.create(message, { ...filler, text, createdAt: FieldValue.serverTimestamp() })
    transaction.set(row, { ...filler, text, updatedAt: FieldValue.serverTimestamp() })
    transaction.set(contact, { messageCount: FieldValue.increment(1) }, { merge: true })
  })
}

async function storedMessages(): Promise<{ lost: number; doubled: number }> {
  const expected = CONVERSATIONS + MESSAGES
  const { docs } = await firestore().collectionGroup('messages').where('externalId', '!=', '').get()
  const inRows = docs.filter(({ ref }) => ref.path.startsWith('companies/'))
  const distinct = new Set(
    inRows.map((document) => `${document.ref.parent.path}|${String(document.get('externalId'))}`),
  )
  return { lost: expected - distinct.size, doubled: inRows.length - distinct.size }
}

async function burstMs(hooksUrl: string): Promise<number> {
  const burst = Array.from({ length: BURST }, (_, at) => ({
    chatId: BURST_CHAT,
    messageId: at + 1,
    text: `Первое ${String(at)}`,
  }))
  const startedAt = performance.now()
  await Promise.all(burst.map((update) => postUpdate(hooksUrl, update)))
  return Math.round(performance.now() - startedAt)
}

async function measure(stack: BenchStack) {
  await seedChannel()
  await inFlight(IN_FLIGHT, updates(CONVERSATIONS, 0), (update) => postUpdate(stack.hooksUrl, update))
  await inFlight(
    IN_FLIGHT,
    Array.from({ length: 400 }, (_, at) => -1 - at),
    bareTransaction,
  )
  const bare = await perSecond(MESSAGES, () =>
    inFlight(
      IN_FLIGHT,
      Array.from({ length: MESSAGES }, (_, at) => at),
      bareTransaction,
    ),
  )
  const ours = await perSecond(MESSAGES, () =>
    inFlight(IN_FLIGHT, updates(MESSAGES, 1), (update) => postUpdate(stack.hooksUrl, update)),
  )
  const stored = await storedMessages()
  const burst50Ms = await burstMs(stack.hooksUrl)
  return { perSecond: ours, bare, ratio: Math.round((ours / bare) * 100) / 100, ...stored, burst50Ms }
}

/** Messages a second through the built function beside bare transactions of the same size, same emulator, same run. */
export const ingest: Bench = async () => {
  const stack = new BenchStack('ingest')
  try {
    await stack.start()
    const figures = await measure(stack)
    return { rows: [figures], figures }
  } finally {
    await stack.stop()
  }
}
