import { randomUUID } from 'node:crypto'
import { conversationIdOf, messageRefIdOf } from '#functions/inbox/ids.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { routeByChannel } from '#functions/channels/route.ts'
import { cost as counted } from '#functions/store/cost.ts'
import { find, get, set } from '#functions/store/store.ts'
import { messageIdSchema, outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { startSimulators } from '#tools/simulators/startSimulators.ts'
import type { Bench } from './Bench.ts'
import { BenchStack } from './BenchStack.ts'
import { CHANNEL_ID, COMPANY_ID, seedChannel } from './seedChannel.ts'

const CUSTOMER = 700
const LIST_WINDOW = 30
const THREAD_WINDOW = 40
const SIMULATORS_BASE = 5340

interface Cost {
  readonly reads: number
  readonly writes: number
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = { ...counted }
  await work()
  return { reads: counted.reads - before.reads, writes: counted.writes - before.writes }
}

function textFrom(chatId: number, messageId: number) {
  return {
    type: 'messageReceived',
    conversationExternalId: String(chatId),
    externalId: String(messageId),
    sender: { externalId: String(chatId), name: 'Анна', handle: '', phone: '' },
    kind: 'text',
    text: 'Здравствуйте',
    attachments: [],
    sentAt: Date.now(),
    sequence: messageId,
  } as const
}

async function receive(chatId: number, messageId: number): Promise<void> {
  const route = await routeByChannel(COMPANY_ID, CHANNEL_ID)
  if (!route) throw new Error('the bench has no channel')
  await receiveEvents(route, [textFrom(chatId, messageId)])
}

/** A member's own two writes (message, entry) are his browser's; counted here as 2. */
async function reply(): Promise<string> {
  const messageId = messageIdSchema.parse(randomUUID())
  const conversationId = conversationIdOf(CHANNEL_ID, String(CUSTOMER))
  const now = Date.now()
  await set(['messages', { companyId: COMPANY_ID, conversationId, messageId }], {
    direction: 'outbound',
    kind: 'text',
    text: 'Добрый день',
    attachments: [],
    author: { type: 'member', id: 'olga', name: 'Ольга' },
    sentAt: now,
    sequence: 0,
    createdAt: now,
    updatedAt: now,
    externalId: '',
    previousTexts: [],
    delivery: { status: 'queued' },
  })
  await set(['outbox', { companyId: COMPANY_ID, entryId: messageId }], {
    target: 'channel',
    channelId: CHANNEL_ID,
    conversationId,
    messageId,
    afterEntryId: '',
    state: 'queued',
    attempts: 0,
    createdBy: 'olga',
    createdAt: now,
  })
  await drainLane(COMPANY_ID, outboxEntryIdSchema.parse(messageId))
  return messageId
}

async function tellRead(messageId: string): Promise<void> {
  const route = await routeByChannel(COMPANY_ID, CHANNEL_ID)
  const conversationId = conversationIdOf(CHANNEL_ID, String(CUSTOMER))
  const message = await get('messages', { companyId: COMPANY_ID, conversationId, messageId })
  if (!route || !message) throw new Error('nothing was sent')
  await set(['messageRefs', { companyId: COMPANY_ID, refId: messageRefIdOf(conversationId, 'told') }], {
    conversationId,
    messageId: messageIdSchema.parse(messageId),
  })
  counted.reads = counted.writes = 0
  await receiveEvents(route, [
    { type: 'deliveryChanged', conversationExternalId: String(CUSTOMER), externalId: 'told', status: 'read' },
  ])
}

/** What a page reads to show its first rows: its window, and the newest change to anchor the feed. */
async function openList(): Promise<void> {
  const parent = { companyId: COMPANY_ID }
  await find('conversationsInState', { equals: ['open'] }, LIST_WINDOW, parent)
  await find('newestConversationChange', {}, 1, parent)
}

async function openThread(): Promise<void> {
  const conversationId = conversationIdOf(CHANNEL_ID, String(CUSTOMER))
  await find('messages', {}, THREAD_WINDOW, { companyId: COMPANY_ID, conversationId })
}

async function startCustomer(url: string): Promise<void> {
  const control = `${url}/telegram/control/bots/100001`
  const post = (path: string, body: unknown) =>
    fetch(`${control}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await post('customers', { name: 'Анна', id: CUSTOMER })
  await post(`customers/${String(CUSTOMER)}/messages`, { text: '/start' })
}

async function measure() {
  await seedChannel()
  for (let at = 1; at <= 60; at++) await receive(CUSTOMER, at)
  for (let at = 1; at <= 60; at++) await receive(CUSTOMER + at, 1)
  const inbound = await costOf(() => receive(CUSTOMER, 1000))
  let sent = ''
  const outbound = await costOf(async () => {
    sent = await reply()
  })
  await tellRead(sent)
  const status = { ...counted }
  const [listOpen, threadOpen] = [await costOf(openList), await costOf(openThread)]
  return {
    inbound,
    outbound,
    status,
    listOpen: { reads: listOpen.reads },
    threadOpen: { reads: threadOpen.reads },
  }
}

/** Documents read and written, counted at the store. Channel and credentials are known to the instance (≤ 60 s). */
export const cost: Bench = async () => {
  const stack = new BenchStack('cost')
  const simulators = await startSimulators({ basePort: SIMULATORS_BASE })
  try {
    await stack.start()
    process.env['PROVIDER_URL_TELEGRAM'] = `${simulators.url}/telegram`
    await startCustomer(simulators.url)
    const figures = await measure()
    const rows = Object.entries(figures).map(([what, { reads, ...rest }]) => ({
      what,
      reads,
      writes: 'writes' in rest ? rest.writes : '',
    }))
    return { rows, figures }
  } finally {
    await simulators.close()
    await stack.stop()
  }
}
