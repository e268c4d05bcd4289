import { loggedLines } from '../loggedLines.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { accountHash, forgetRoute } from '#functions/channels/route.ts'
import { claimEntry } from '#functions/inbox/claimEntry.ts'
import { delayEntry } from '#functions/inbox/delayEntry.ts'
import type { OutboxDependencies } from '#functions/inbox/drainLane.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { resendMessage } from '#functions/inbox/resendMessage.ts'
import { settleDelivery } from '#functions/inbox/settleEntry.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, remove, set, update } from '#functions/store/store.ts'
import { messageIdSchema, outboxEntryIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { anOutboxEntry } from '#tests/builders/anOutboxEntry.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

const CUSTOMER = 500
const project = useEmulatorProject('sweep-outbox')
let telegram: TelegramSimulator
let route: ChannelRoute
let now: number

const deps: OutboxDependencies = { now: () => now, deliverLaterAt: () => Promise.resolve() }

beforeAll(async () => {
  telegram = await startTelegram(5950)
})
beforeEach(async () => {
  await project.clear()
  await telegram.reset(CUSTOMER)
  loggedLines.length = 0
  now = Date.now()
  route = await connectedChannel({ token: BOT_TOKEN, secret: 'secret' })
  forget()
  await receiveEvents(route, [aMessageReceived({ sentAt: now - MINUTE_MS })], now - MINUTE_MS)
})
afterAll(async () => {
  await telegram.close()
  await project.close()
})

const forget = () =>
  forgetRoute(route.companyId, route.channelId, accountHash('telegram', route.channel.accountId))
const conversationId = () => conversationIdOf(route.channelId, String(CUSTOMER))
const idOf = (id: string) => outboxEntryIdSchema.parse(id)
const messagePlace = (id: string) => ({
  companyId: route.companyId,
  conversationId: conversationId(),
  messageId: messageIdSchema.parse(id),
})
const message = (id: string) => get('messages', messagePlace(id))
const conversation = () => get('conversations', messagePlace('any'))
const entry = (entryId: string) => get('outbox', { companyId: route.companyId, entryId })
const drain = (id: string) => drainLane(route.companyId, idOf(id), deps)
const seen = () => telegram.seenBy(CUSTOMER)

/** What a member's browser writes. */
async function write(id: string, change: { after?: string; createdAt?: number } = {}): Promise<void> {
  const { after, createdAt = now } = change
  const { messageId } = messagePlace(id)
  const said = { text: id, sentAt: createdAt, createdAt }
  await set(['messages', messagePlace(id)], anOutboundMessage(said))
  await set(
    ['outbox', { companyId: route.companyId, entryId: id }],
    anOutboxEntry({
      channelId: route.channelId,
      conversationId: conversationId(),
      messageId,
      createdAt,
      ...(after && { afterEntryId: after }),
    }),
  )
}

describe('one entry in trouble', () => {
  it('that cannot be read keeps no other from leaving', async () => {
    await write('one', { createdAt: now - MINUTE_MS })
    const path = 'companies/elsewhere/outbox/broken'
    await firestore()
      .doc(path)
      .set({ state: 'queued', createdAt: new Date(now - HOUR_MS), attempts: 'many' })
    await sweepOutbox(deps)
    expect(await seen()).toEqual(['one'])
    expect(loggedLines.join()).toContain(path)
  })

  it('that fails keeps no other from leaving, and the platform hears of it', async () => {
    await write('one', { createdAt: now - MINUTE_MS })
    const broken = { companyId: 'elsewhere', entryId: 'broken' }
    const createdAt = now - HOUR_MS
    await set(['outbox', broken], anOutboxEntry({ conversationId: 'lane', createdAt }))
    await firestore().doc('companies/elsewhere/outboxLanes/lane').set({ entryIds: 'none' })
    await expect(sweepOutbox(deps)).rejects.toThrow()
    expect(await seen()).toEqual(['one'])
  })
})

describe('an order for a message that is not there', () => {
  it('ends', async () => {
    await write('one', { createdAt: now - MINUTE_MS })
    await remove('messages', messagePlace('one'))
    await sweepOutbox(deps)
    expect(await entry('one')).toBeUndefined()
  })
})

describe('what goes wrong with ourselves before anything leaves', () => {
  const breakSettings = async () => {
    const place = { companyId: route.companyId, channelId: route.channelId, document: 'credentials' }
    const sound = await get('channelCredentials', place)
    await set(['channelCredentials', place], { sealed: 'nothing that opens' })
    forget()
    return async () => {
      await set(['channelCredentials', place], { sealed: sound?.sealed ?? '' })
      forget()
    }
  }

  it('is tried again, and is no doubt about what the customer has', async () => {
    const mend = await breakSettings()
    await write('one')
    await drain('one')
    expect(await entry('one')).toMatchObject({ state: 'delayed', attempts: 1 })
    expect(await message('one')).toMatchObject({ delivery: { status: 'queued', reason: 'unreachable' } })
    await mend()
    now += MINUTE_MS
    await sweepOutbox(deps)
    expect(await seen()).toEqual(['one'])
    expect(await message('one')).toMatchObject({ delivery: { status: 'sent' } })
  })

  it('leaves the conversation answered: the list shows what is on its way', async () => {
    await breakSettings()
    await write('one')
    await drain('one')
    expect(await conversation()).toMatchObject({ unanswered: false, lastMessage: { id: 'one' } })
  })
})

describe('the first attempt', () => {
  it('is counted and shown in one commit, whatever becomes of its process', async () => {
    await write('one')
    await claimEntry(route.companyId, idOf('one'), now)
    expect(await entry('one')).toMatchObject({ attempts: 1, state: 'sending' })
    expect(await conversation()).toMatchObject({ unanswered: false, lastMessage: { id: 'one' } })
  })

  it('does not open what was blocked meanwhile', async () => {
    await write('one')
    await update(['conversations', messagePlace('any')], { blocked: true, state: 'archived' })
    await drain('one')
    expect(await conversation()).toMatchObject({ state: 'archived', lastMessage: { id: 'one' } })
  })
})

describe('entries behind another of their lane', () => {
  /** The first is put off for hours; three are behind it. */
  async function standStill(): Promise<void> {
    await telegram.fault('error500')
    await write('one')
    await drain('one')
    await update(['outbox', { companyId: route.companyId, entryId: 'one' }], {
      nextAttemptAt: now + 30 * MINUTE_MS,
    })
    for (const [id, after] of [
      ['two', 'one'],
      ['three', 'two'],
    ] as const) {
      await write(id, { after })
      await drain(id)
    }
  }

  it('are not looked at each minute', async () => {
    await standStill()
    expect(await entry('two')).toMatchObject({ state: 'behind' })
    now += 5 * MINUTE_MS
    expect(await sweepOutbox(deps)).toBe(0)
  })

  it('leave with their head, in order', async () => {
    await standStill()
    now += 31 * MINUTE_MS
    await sweepOutbox(deps)
    expect(await seen()).toEqual(['one', 'two', 'three'])
  })

  it('are the sweeper’s once their head has gone and its process with it', async () => {
    await standStill()
    now += 31 * MINUTE_MS
    const claim = await claimEntry(route.companyId, idOf('one'), now)
    if (claim.outcome !== 'claimed') throw new Error('it was its turn')
    const claimed = { companyId: route.companyId, entryId: idOf('one'), entry: claim.entry }
    expect(await settleDelivery(claimed, { status: 'sent' }, '901', now)).toBe('two')
    now += SECOND_MS
    await sweepOutbox(deps)
    expect(await seen()).toEqual(['two', 'three'])
  })
})

describe('an attempt that outlived its lease', () => {
  it('neither settles nor puts off what another is at', async () => {
    await write('one')
    const claim = await claimEntry(route.companyId, idOf('one'), now)
    if (claim.outcome !== 'claimed') throw new Error('it is new')
    const late = { companyId: route.companyId, entryId: idOf('one'), entry: claim.entry }
    const another = await claimEntry(route.companyId, idOf('one'), now + 4 * MINUTE_MS)
    expect(another.outcome).toBe('crashed')
    expect(await settleDelivery(late, { status: 'sent' }, '901', now)).toBeUndefined()
    expect(await delayEntry(late, now, 'unreachable')).toBe(false)
    expect(await entry('one')).toMatchObject({ state: 'sending', attempts: 2 })
    expect(await message('one')).toMatchObject({ delivery: { status: 'queued' }, externalId: '' })
  })
})

describe('sending again', () => {
  it('is refused for a contact who is blocked', async () => {
    await write('one')
    await update(['messages', messagePlace('one')], { delivery: { status: 'failed', reason: 'rejected' } })
    await update(['conversations', messagePlace('any')], { blocked: true })
    const caller = { uid: userIdSchema.parse('olga'), member: aMember() }
    expect(await refusalOf(resendMessage(messagePlace('one'), caller, now))).toEqual({
      code: 'contactBlocked',
    })
    expect(await message('one')).toMatchObject({ delivery: { status: 'failed' } })
  })
})
