import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { accountHash, forgetRoute } from '#functions/channels/route.ts'
import type { OutboxDependencies } from '#functions/inbox/drainLane.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { firestore } from '#functions/store/firestore.ts'
import { cost } from '#functions/store/cost.ts'
import { get, update } from '#functions/store/store.ts'
import type { MessageReceived } from '#shared/domain/channelEvent.ts'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import { messageSchema } from '#shared/domain/message.ts'
import { outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS, SECOND_MS } from '#shared/domain/time.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

const CUSTOMER = 500
const CLOSED = ALWAYS.map(() => null)
const project = useEmulatorProject('auto-reply')
let telegram: TelegramSimulator
let route: ChannelRoute
let now: number

const deps: OutboxDependencies = { now: () => now, deliverLaterAt: () => Promise.resolve() }

async function channelWith(
  automation: NonNullable<Parameters<typeof connectedChannel>[1]>['automation'],
): Promise<void> {
  route = await connectedChannel(
    { token: BOT_TOKEN, secret: 'secret' },
    { ...(automation && { automation }) },
  )
  forgetRoute(route.companyId, route.channelId, accountHash('telegram', '100001'))
}

beforeAll(async () => {
  telegram = await startTelegram(5954)
})
beforeEach(async () => {
  await project.clear()
  await telegram.reset(CUSTOMER)
  now = Date.now()
})
afterAll(async () => {
  await telegram.close()
  await project.close()
})

const write = (externalId: string, change: Partial<MessageReceived> = {}) =>
  receiveEvents(route, [aMessageReceived({ externalId, sentAt: now, ...change })], now)

const conversationId = () => conversationIdOf(route.channelId, String(CUSTOMER))
const place = () => ({ companyId: route.companyId, conversationId: conversationId() })
const conversation = () => get('conversations', place())

async function replies() {
  const path = `companies/${route.companyId}/conversations/${conversationId()}/messages`
  const { docs } = await firestore().collection(path).orderBy('sentAt').get()
  const messages = docs.map((document) => fromDocument(messageSchema, document.data()))
  return messages.filter(({ direction }) => direction === 'outbound')
}

async function drainAll(): Promise<void> {
  const { docs } = await firestore().collection(`companies/${route.companyId}/outbox`).get()
  for (const { id } of docs) await drainLane(route.companyId, outboxEntryIdSchema.parse(id), deps)
}

describe('a greeting', () => {
  beforeEach(() => channelWith({ greeting: 'Здравствуйте, сейчас ответим' }))

  it('reaches who writes for the first time', async () => {
    await write('1')
    await drainAll()
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['Здравствуйте, сейчас ответим'])
    expect(await replies()).toMatchObject([
      { author: { type: 'system', id: '', name: '' }, delivery: { status: 'sent' } },
    ])
  })

  it('stands after what it answers', async () => {
    await write('1', { sentAt: now + SECOND_MS })
    expect((await replies())[0]?.sentAt).toBeGreaterThan(now + SECOND_MS)
  })

  it('leaves the conversation waiting, with the customer’s words in its row', async () => {
    await write('1')
    const before = await conversation()
    await drainAll()
    expect(await conversation()).toEqual(before)
    expect(before).toMatchObject({
      unanswered: true,
      waitingSinceAt: now,
      lastMessage: { direction: 'inbound' },
    })
  })

  it('is said once, however often and with whatever the webhook is told', async () => {
    await Promise.all(Array.from({ length: 5 }, () => write('1')))
    await drainAll()
    await write('1')
    await write('2')
    await drainAll()
    expect(await telegram.seenBy(CUSTOMER)).toHaveLength(1)
  })

  it('is said once to fifty first messages at once', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, at) => write(String(at))))
    expect(await replies()).toHaveLength(1)
  })

  it('is not said to what comes a day late', async () => {
    await write('1', { sentAt: now - DAY_MS })
    expect(await replies()).toEqual([])
  })

  it('does not use up a member’s pace', async () => {
    await write('1')
    await drainAll()
    const { docs } = await firestore().collection(`companies/${route.companyId}/outboxPaces`).get()
    expect(docs.filter(({ id }) => id.startsWith('member_'))).toEqual([])
  })
})

describe('an away message', () => {
  beforeEach(() => channelWith({ awayMessage: 'Мы спим', hours: CLOSED }))

  it('is said once in twelve hours', async () => {
    await write('1')
    now += HOUR_MS
    await write('2')
    expect(await replies()).toHaveLength(1)
    now += 11 * HOUR_MS + SECOND_MS
    await write('3')
    expect((await replies()).map(({ text }) => text)).toEqual(['Мы спим', 'Мы спим'])
    expect(await conversation()).toMatchObject({ awayAt: now + 1, unreadCount: 3 })
  })

  it('is said in a conversation that was there before', async () => {
    await channelWith({ awayMessage: 'Мы спим' })
    await write('1')
    await channelWith({ awayMessage: 'Мы спим', hours: CLOSED })
    await write('2')
    expect(await replies()).toHaveLength(1)
  })

  it('is not said to who is blocked', async () => {
    await channelWith({})
    await write('1')
    await update(['conversations', place()], { blocked: true })
    await channelWith({ awayMessage: 'Мы спим', hours: CLOSED })
    await write('2')
    expect(await replies()).toEqual([])
  })
})

it('a text in a known conversation costs no more where a channel only greets', async () => {
  await channelWith({ greeting: 'Здравствуйте' })
  await write('1')
  const before = { ...cost }
  await write('2')
  expect([cost.reads - before.reads, cost.writes - before.writes]).toEqual([2, 3])
})
