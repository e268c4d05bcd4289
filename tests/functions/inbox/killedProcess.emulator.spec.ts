import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { accountHash, forgetRoute } from '#functions/channels/route.ts'
import type { OutboxDependencies } from '#functions/inbox/drainLane.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { assignmentEntryIdOf, conversationIdOf, inboundMessageIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { resendMessage } from '#functions/inbox/resendMessage.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'
import { find, get, set } from '#functions/store/store.ts'
import { messageIdSchema, outboxEntryIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { anOutboxEntry } from '#tests/builders/anOutboxEntry.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { FunctionProcess } from '../functionProcess.ts'
import { deliverInProcess } from '../functionProcess.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

const CUSTOMER = 500
const messageId = messageIdSchema.parse('reply')
const entryId = outboxEntryIdSchema.parse('reply')

const project = useEmulatorProject('killed')
const processes: FunctionProcess[] = []
let telegram: TelegramSimulator
let route: ChannelRoute

beforeAll(async () => {
  telegram = await startTelegram(5950)
})
beforeEach(async () => {
  await project.clear()
  await telegram.reset(CUSTOMER)
  route = await connectedChannel({ token: BOT_TOKEN, secret: 'secret' })
  forgetRoute(route.companyId, route.channelId, accountHash('telegram', '100001'))
  await receiveEvents(route, [aMessageReceived({ sentAt: Date.now() - MINUTE_MS })])
  await write()
})
afterAll(async () => {
  await Promise.all(processes.map((each) => each.kill()))
  await telegram.close()
  await project.close()
})

const conversationId = () => conversationIdOf(route.channelId, String(CUSTOMER))
const place = () => ({ companyId: route.companyId, conversationId: conversationId(), messageId })
const message = () => get('messages', place())
const entry = () => get('outbox', { companyId: route.companyId, entryId })
const seen = () => telegram.seenBy(CUSTOMER)

/** What a member's browser writes. */
async function write(): Promise<void> {
  const now = Date.now()
  const facts = { channelId: route.channelId, conversationId: conversationId(), messageId, createdAt: now }
  await set(['messages', place()], anOutboundMessage({ text: 'Добрый день', sentAt: now, createdAt: now }))
  await set(['outbox', { companyId: route.companyId, entryId }], anOutboxEntry(facts))
}

function deliver(): FunctionProcess {
  const started = deliverInProcess(route.companyId, entryId)
  processes.push(started)
  return started
}

/** The product's clock so much later: the database and its documents are as they are. */
const after = (millis: number): OutboxDependencies => ({
  now: () => Date.now() + millis,
  deliverLaterAt: () => Promise.resolve(),
})

const untilSeen = () =>
  vi.waitFor(async () => expect(await seen()).toEqual(['Добрый день']), { timeout: 20_000 })

/** A fault counts down as the provider takes the request. */
const untilTaken = () =>
  vi.waitFor(
    async () => expect(await telegram.control('bots/100001')).toMatchObject({ faults: { sends: null } }),
    { timeout: 20_000 },
  )

async function killedAfterSending(): Promise<void> {
  await telegram.fault('holdAnswer')
  const running = deliver()
  await untilSeen()
  await running.kill()
}

async function killedBeforeSending(): Promise<void> {
  await telegram.fault('timeout')
  const running = deliver()
  await untilTaken()
  await running.kill()
}

describe('a process', () => {
  it('that is left alone delivers and notes it', async () => {
    expect(await deliver().ended).toBe(0)
    expect(await seen()).toEqual(['Добрый день'])
    expect(await message()).toMatchObject({ delivery: { status: 'sent' } })
    expect(await entry()).toBeUndefined()
  })

  it('beside another with the same order delivers once', async () => {
    await Promise.all([deliver().ended, deliver().ended])
    expect(await seen()).toEqual(['Добрый день'])
    expect(await message()).toMatchObject({ delivery: { status: 'sent' } })
  })
})

describe('a process killed once the provider has taken the message', () => {
  it('leaves it uncertain, and the customer has it exactly once', async () => {
    await killedAfterSending()
    await sweepOutbox(after(4 * MINUTE_MS))
    expect(await message()).toMatchObject({ delivery: { status: 'uncertain', reason: 'interrupted' } })
    expect(await entry()).toBeUndefined()
    await sweepOutbox(after(60 * MINUTE_MS))
    expect(await seen()).toEqual(['Добрый день'])
  })

  it('shows it in the list', async () => {
    await killedAfterSending()
    await sweepOutbox(after(4 * MINUTE_MS))
    const conversation = await get('conversations', {
      companyId: route.companyId,
      conversationId: conversationId(),
    })
    expect(conversation?.lastMessage).toMatchObject({ id: messageId, deliveryStatus: 'uncertain' })
  })

  it('is not replaced while it may be alive', async () => {
    await killedAfterSending()
    await sweepOutbox(after(MINUTE_MS))
    await drainLane(route.companyId, entryId, after(0))
    expect(await entry()).toMatchObject({ state: 'sending' })
    expect(await seen()).toEqual(['Добрый день'])
  })

  it('holds up nothing that comes after', async () => {
    await killedAfterSending()
    const next = { messageId: messageIdSchema.parse('next'), entryId: outboxEntryIdSchema.parse('next') }
    const now = Date.now()
    await set(
      ['messages', { ...place(), messageId: next.messageId }],
      anOutboundMessage({ text: 'Ещё раз', sentAt: now, createdAt: now }),
    )
    const facts = {
      channelId: route.channelId,
      conversationId: conversationId(),
      messageId: next.messageId,
      createdAt: now,
    }
    await set(
      ['outbox', { companyId: route.companyId, entryId: next.entryId }],
      anOutboxEntry({ ...facts, afterEntryId: entryId }),
    )
    await drainLane(route.companyId, next.entryId, after(0))
    expect(await seen()).toEqual(['Добрый день'])
    await sweepOutbox(after(4 * MINUTE_MS))
    expect(await seen()).toEqual(['Добрый день', 'Ещё раз'])
  })
})

describe('a process killed before the provider has taken the message', () => {
  it('leaves it uncertain: shown, never silently lost', async () => {
    await killedBeforeSending()
    await sweepOutbox(after(4 * MINUTE_MS))
    expect(await message()).toMatchObject({ delivery: { status: 'uncertain', reason: 'interrupted' } })
    expect(await seen()).toEqual([])
  })

  it('lets the member send it again', async () => {
    await killedBeforeSending()
    await sweepOutbox(after(4 * MINUTE_MS))
    await resendMessage(place(), { uid: userIdSchema.parse('operator-1'), member: aMember() }, Date.now())
    await drainLane(route.companyId, entryId, after(0))
    expect(await seen()).toEqual(['Добрый день'])
    expect(await message()).toMatchObject({ delivery: { status: 'sent' } })
  })
})

describe('two processes and the sweeper, one of them killed on the way', () => {
  it('give a conversation to one member, once', async () => {
    const automation = { assignment: { mode: 'roundRobin', teamId: '', onlineOnly: false } } as const
    route = await connectedChannel({ token: BOT_TOKEN, secret: 'secret' }, { automation })
    for (const userId of ['anna', 'boris'])
      await set(['members', { companyId: route.companyId, userId }], aMember())
    const stranger = { conversationExternalId: '501', externalId: '9' }
    await receiveEvents(route, [aMessageReceived(stranger)])
    const ids = { companyId: route.companyId, conversationId: conversationIdOf(route.channelId, '501') }
    const order = assignmentEntryIdOf(inboundMessageIdOf(ids.conversationId, '9'))
    const [first, second] = [order, order].map((each) => deliverInProcess(route.companyId, each))
    if (!first || !second) throw new Error('two were started')
    processes.push(first, second)
    await first.ended
    await second.kill()
    await sweepOutbox(after(MINUTE_MS))
    expect(await get('outbox', { companyId: route.companyId, entryId: order })).toBeUndefined()
    const events = await find('conversationEvents', {}, 10, ids)
    expect(events.map(({ data }) => data.kind)).toEqual(['assigned'])
    expect((await get('conversations', ids))?.assigneeId).toBe(events[0]?.data.to)
  })
})
