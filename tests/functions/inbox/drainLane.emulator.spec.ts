import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { forgetRoute, accountHash } from '#functions/channels/route.ts'
import type { OutboxDependencies } from '#functions/inbox/drainLane.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { conversationIdOf, messageRefIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { resendMessage } from '#functions/inbox/resendMessage.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'
import { writeFile } from '#functions/store/files.ts'
import { get, set, update } from '#functions/store/store.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { OutboxEntryId } from '#shared/domain/ids.ts'
import { messageIdSchema, outboxEntryIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { Message } from '#shared/domain/message.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { listenHttp } from '../platform/httpServers.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

const CUSTOMER = 500
const project = useEmulatorProject('outbox')
let telegram: TelegramSimulator
let route: ChannelRoute
let now: number
let later: { entryId: string; at: number }[]

const deps: OutboxDependencies = {
  now: () => now,
  deliverLaterAt: ({ entryId }, at) => {
    later.push({ entryId, at })
    return Promise.resolve()
  },
}

beforeAll(async () => {
  telegram = await startTelegram(5950)
})
beforeEach(async () => {
  await project.clear()
  await telegram.reset(CUSTOMER)
  now = Date.now()
  later = []
  route = await connectedChannel({ token: BOT_TOKEN, secret: 'secret' })
  forgetRoute(route.companyId, route.channelId, accountHash('telegram', '100001'))
  await receiveEvents(route, [aMessageReceived({ sentAt: now - MINUTE_MS })], now - MINUTE_MS)
})
afterAll(async () => {
  await telegram.close()
  await project.close()
})

const conversationId = () => conversationIdOf(route.channelId, String(CUSTOMER))
const conversation = () =>
  get('conversations', { companyId: route.companyId, conversationId: conversationId() })
const message = (id: string) =>
  get('messages', {
    companyId: route.companyId,
    conversationId: conversationId(),
    messageId: messageIdSchema.parse(id),
  })
const entry = (entryId: string) => get('outbox', { companyId: route.companyId, entryId })
const deliveryOf = async (id: string) => (await message(id))?.delivery?.status
const drain = (id: string) => drainLane(route.companyId, outboxEntryIdSchema.parse(id), deps)

/** What a member's browser writes. */
async function write(
  id: string,
  text: string,
  changes: { after?: string; createdAt?: number; message?: Partial<Message> } = {},
) {
  const createdAt = changes.createdAt ?? now
  const place = {
    companyId: route.companyId,
    conversationId: conversationId(),
    messageId: messageIdSchema.parse(id),
  }
  await set(['messages', place], {
    direction: 'outbound',
    kind: 'text',
    text,
    attachments: [],
    author: { type: 'member', id: 'olga', name: 'Ольга Нечаева' },
    sentAt: createdAt,
    sequence: 0,
    createdAt,
    updatedAt: createdAt,
    externalId: '',
    previousTexts: [],
    delivery: { status: 'queued' },
    ...changes.message,
  })
  await set(['outbox', { companyId: route.companyId, entryId: id }], {
    target: 'channel',
    channelId: route.channelId,
    conversationId: conversationId(),
    messageId: messageIdSchema.parse(id),
    afterEntryId: changes.after === undefined ? '' : outboxEntryIdSchema.parse(changes.after),
    state: 'queued',
    attempts: 0,
    createdBy: 'olga',
    createdAt,
  })
}

describe('a reply', () => {
  it('reaches the customer and is noted as sent', async () => {
    await write('one', 'Добрый день')
    await drain('one')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['Добрый день'])
    expect(await message('one')).toMatchObject({ delivery: { status: 'sent' } })
    expect((await message('one'))?.externalId).not.toBe('')
    expect(await entry('one')).toBeUndefined()
    expect((await message('one'))?.delivery).toEqual({ status: 'sent', sentAt: now })
  })

  it('can be searched for from then on', async () => {
    await write('one', 'Отправим завтра курьером')
    await drain('one')
    const tokens = ['отправ', 'завтр', 'курьер']
    expect(await message('one')).toMatchObject({ companyId: route.companyId, tokens })
  })

  it('answers the conversation', async () => {
    await write('one', 'Добрый день')
    await drain('one')
    expect(await conversation()).toMatchObject({
      unanswered: false,
      waitingSinceAt: null,
      unreadCount: 1,
      lastMessage: { id: 'one', direction: 'outbound', deliveryStatus: 'sent', authorName: 'Ольга Нечаева' },
    })
  })

  it('leaves the conversation waiting when the customer wrote after it', async () => {
    await write('one', 'Добрый день')
    await receiveEvents(
      route,
      [aMessageReceived({ externalId: '2', sentAt: now + SECOND_MS })],
      now + SECOND_MS,
    )
    await drain('one')
    expect(await conversation()).toMatchObject({
      unanswered: true,
      waitingSinceAt: now + SECOND_MS,
      lastMessage: { text: 'Здравствуйте' },
    })
  })

  it('leaves once when two triggers tell of it at once', async () => {
    await write('one', 'Добрый день')
    await Promise.all([drain('one'), drain('one'), drain('one')])
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['Добрый день'])
  })

  it('leaves in the order it was written, though triggers come in reverse', async () => {
    await write('one', '1')
    await write('two', '2', { after: 'one' })
    await write('three', '3', { after: 'two' })
    await drain('three')
    await drain('two')
    await drain('one')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1', '2', '3'])
    expect(await get('outboxLanes', { companyId: route.companyId, laneId: conversationId() })).toBeUndefined()
  })

  it('quotes the message it replies to', async () => {
    await write('one', 'первый')
    await drain('one')
    await write('two', 'в ответ', {
      message: { replyTo: { messageId: messageIdSchema.parse('one'), author: 'Вы', text: 'первый' } },
    })
    await drain('two')
    expect(await deliveryOf('two')).toBe('sent')
  })
})

describe('a limit', () => {
  it('of the provider puts the reply off for as long as it asks, and holds those behind it', async () => {
    await telegram.fault('tooManyRequests', 1, 7)
    await write('one', '1')
    await write('two', '2', { after: 'one' })
    await drain('one')
    await drain('two')
    expect(await telegram.seenBy(CUSTOMER)).toEqual([])
    expect(await entry('one')).toMatchObject({ state: 'delayed', nextAttemptAt: now + 7 * SECOND_MS })
    expect(later).toEqual([{ entryId: 'one', at: now + 7 * SECOND_MS }])
    expect(await message('one')).toMatchObject({ delivery: { status: 'queued', reason: 'rateLimited' } })

    now += 7 * SECOND_MS
    await drain('one')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1', '2'])
  })

  it('does not send early when its queue is early', async () => {
    await telegram.fault('tooManyRequests', 1, 7)
    await write('one', '1')
    await drain('one')
    now += SECOND_MS
    await drain('one')
    expect(await telegram.seenBy(CUSTOMER)).toEqual([])
    expect(later).toHaveLength(2)
  })
})

describe('a provider in trouble', () => {
  it('is tried again, less and less often, and given up with the reason', async () => {
    await telegram.fault('error500', 'all')
    await write('one', '1')
    const delays: number[] = []
    for (let attempt = 0; attempt < 9; attempt++) {
      await drain('one')
      const { nextAttemptAt } = (await entry('one')) ?? {}
      if (nextAttemptAt === undefined) break
      delays.push(nextAttemptAt - now)
      now = nextAttemptAt
    }
    expect(delays).toHaveLength(8)
    expect(delays).toEqual([...delays].sort((a, b) => a - b))
    expect(await message('one')).toMatchObject({ delivery: { status: 'failed', reason: 'unreachable' } })
    expect(await entry('one')).toBeUndefined()
  })

  it('that takes the message and breaks off leaves it uncertain, never doubled', async () => {
    await telegram.fault('dropAnswer')
    await write('one', '1')
    await drain('one')
    expect(await deliveryOf('one')).toBe('uncertain')
    now += DAY_MS
    await sweepOutbox(deps)
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1'])
  })

  it('that never answers leaves it uncertain', async () => {
    await telegram.fault('timeout')
    await write('one', '1')
    await drain('one')
    expect(await deliveryOf('one')).toBe('uncertain')
  })

  it('does not hold up what comes after an uncertain message', async () => {
    await telegram.fault('dropAnswer')
    await write('one', '1')
    await write('two', '2', { after: 'one' })
    await drain('two')
    await drain('one')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1', '2'])
    expect([await deliveryOf('one'), await deliveryOf('two')]).toEqual(['uncertain', 'sent'])
  })
})

describe('a refusal', () => {
  it('says the contact has blocked the bot', async () => {
    await telegram.block(CUSTOMER)
    await write('one', '1')
    await drain('one')
    expect(await message('one')).toMatchObject({ delivery: { status: 'failed', reason: 'blockedByContact' } })
    expect(await conversation()).toMatchObject({
      lastMessage: { deliveryStatus: 'failed', deliveryReason: 'blockedByContact' },
    })
    await telegram.block(CUSTOMER, false)
  })

  it('of the token marks the channel', async () => {
    route = await connectedChannel({ token: '100001:revoked-token-000000000000', secret: 'secret' })
    forgetRoute(route.companyId, route.channelId, accountHash('telegram', '100001'))
    await write('one', '1')
    await drain('one')
    expect(await deliveryOf('one')).toBe('failed')
    const channel = await get('channels', { companyId: route.companyId, channelId: route.channelId })
    expect(channel?.health.status).toBe('needsAttention')
  })
})

describe('a file of a member', () => {
  const path = 'companies/company/conversations/c/outgoing/a/договор.pdf'
  const attachments = [
    anAttachment({ kind: 'document', name: 'договор.pdf', contentType: 'application/pdf', size: 4, path }),
  ]

  it('reaches the customer from Storage', async () => {
    await writeFile(path, new TextEncoder().encode('%PDF'), 'application/pdf')
    await write('one', 'Вот договор', { message: { kind: 'document', attachments } })
    await drain('one')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['Вот договор'])
    expect(await deliveryOf('one')).toBe('sent')
  })

  it('that is not there fails for that reason, and holds up nothing', async () => {
    const missing = attachments.map((attachment) => ({ ...attachment, path: `${path}.none` }))
    await write('one', 'Вот договор', { message: { kind: 'document', attachments: missing } })
    await write('two', 'Добрый день', { after: 'one' })
    await drain('one')
    await drain('two')
    expect(await message('one')).toMatchObject({ delivery: { status: 'failed', reason: 'gone' } })
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['Добрый день'])
  })
})

describe('a signature', () => {
  const NAME = 'Ольга Нечаева'
  const path = 'companies/company/conversations/c/outgoing/a/вид.png'
  const photo = {
    kind: 'image' as const,
    attachments: [anAttachment({ kind: 'image', name: 'вид.png', contentType: 'image/png', size: 24, path })],
  }
  const signing = async (signsReplies: boolean) => {
    route = await connectedChannel({ token: BOT_TOKEN, secret: 'secret' }, { signsReplies })
    forgetRoute(route.companyId, route.channelId, accountHash('telegram', '100001'))
    await writeFile(path, Buffer.from('89504e470d0a1a0a0000000d494844520000000a0000000a', 'hex'), 'image/png')
  }

  it('stays here where the channel does not sign, of a text as of a photo', async () => {
    await signing(false)
    await write('one', 'Добрый день')
    await write('two', 'Вот он', { after: 'one', message: photo })
    await drain('one')
    await drain('two')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['Добрый день', 'Вот он'])
  })

  it('is the first line of a text and of a photo’s caption where it does', async () => {
    await signing(true)
    await write('one', 'Добрый день')
    await write('two', 'Вот он', { after: 'one', message: photo })
    await drain('one')
    await drain('two')
    expect(await telegram.seenBy(CUSTOMER)).toEqual([`${NAME}\nДобрый день`, `${NAME}\nВот он`])
    expect(await message('one')).toMatchObject({ text: 'Добрый день' })
  })

  it('stays here from the moment it is turned off, whatever this process believes', async () => {
    await signing(true)
    await write('one', '1')
    await drain('one')
    await update(['channels', { companyId: route.companyId, channelId: route.channelId }], {
      signsReplies: false,
    })
    await write('two', '2')
    await drain('two')
    expect(await telegram.seenBy(CUSTOMER)).toEqual([`${NAME}\n1`, '2'])
  })

  it('gives way to a text as long as the channel takes', async () => {
    await signing(true)
    const [text, caption] = ['я'.repeat(4096), 'я'.repeat(1024)]
    await write('one', text)
    await write('two', caption, { after: 'one', message: photo })
    await drain('one')
    await drain('two')
    expect(await telegram.seenBy(CUSTOMER)).toEqual([text, caption])
    expect([await deliveryOf('one'), await deliveryOf('two')]).toEqual(['sent', 'sent'])
  })
})

describe('a member who sends much', () => {
  const pace = () => ['outboxPaces', { companyId: route.companyId, paceId: 'member_olga' }] as const
  const bookedUntil = async () => (await get(...pace()))?.bookedUntil
  const bookAhead = (millis: number) => set(pace(), { bookedUntil: now + millis })

  it('waits for his place, is told so, and is counted once', async () => {
    await bookAhead(MINUTE_MS)
    const at = now + SECOND_MS
    await write('one', '1')
    await drain('one')
    expect(await telegram.seenBy(CUSTOMER)).toEqual([])
    expect(await entry('one')).toMatchObject({ state: 'delayed', attempts: 0, nextAttemptAt: at })
    expect(await message('one')).toMatchObject({ delivery: { status: 'queued', reason: 'paced' } })
    expect(later).toEqual([{ entryId: 'one', at }])

    now = at
    await drain('one')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1'])
    expect(await deliveryOf('one')).toBe('sent')
    expect(await conversation()).toMatchObject({ unanswered: false })
    expect(await bookedUntil()).toBe(at + MINUTE_MS)
  })

  it('is counted once, however often the provider is tried', async () => {
    await telegram.fault('error500', 2)
    await write('one', '1')
    await drain('one')
    const booked = await bookedUntil()
    now += MINUTE_MS
    await drain('one')
    now += MINUTE_MS
    await drain('one')
    expect(await deliveryOf('one')).toBe('sent')
    expect(await bookedUntil()).toBe(booked)
  })

  it('keeps his order: what is behind takes its place when its turn has come', async () => {
    await bookAhead(MINUTE_MS)
    await write('one', '1')
    await write('two', '2', { after: 'one' })
    await drain('two')
    await drain('one')
    expect(later.map(({ entryId }) => entryId)).toEqual(['one'])
    now += SECOND_MS
    await drain('one')
    expect(later.at(-1)).toEqual({ entryId: 'two', at: now + SECOND_MS })
    now += SECOND_MS
    await drain('two')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1', '2'])
  })

  it('is never dropped: the sweeper takes up what no queue told of', async () => {
    await bookAhead(4 * MINUTE_MS)
    await write('one', '1')
    await drain('one')
    now += 2 * MINUTE_MS
    await sweepOutbox(deps)
    expect(await telegram.seenBy(CUSTOMER)).toEqual([])
    now += MINUTE_MS + SECOND_MS
    await sweepOutbox(deps)
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1'])
  })
})

describe('a status that came before the send was noted', () => {
  const early = async (earlyStatus: 'read' | 'failed', earlyReason?: string) => {
    const { reply, restore } = await answeringAs('777')
    const refId = messageRefIdOf(conversationId(), '777')
    await set(['messageRefs', { companyId: route.companyId, refId }], {
      earlyStatus,
      ...(earlyReason && { earlyReason }),
    })
    await write('one', 'Добрый день')
    await drain('one')
    await restore()
    expect(reply()).toBe(1)
    return message('one')
  }

  /** A provider that calls every message by the same number. */
  async function answeringAs(messageId: string) {
    let answers = 0
    const provider = await listenHttp((_request, response) => {
      answers++
      response.end(JSON.stringify({ ok: true, result: { message_id: Number(messageId) } }))
    })
    const url = process.env['PROVIDER_URL_TELEGRAM']
    process.env['PROVIDER_URL_TELEGRAM'] = provider.url
    const restore = async () => {
      process.env['PROVIDER_URL_TELEGRAM'] = url
      await provider.close()
    }
    return { reply: () => answers, restore }
  }

  it('counts', async () => {
    expect((await early('read'))?.delivery).toEqual({ status: 'read', sentAt: now, readAt: now })
  })

  it('counts with its reason', async () => {
    expect((await early('failed', 'blockedByContact'))?.delivery).toEqual({
      status: 'failed',
      reason: 'blockedByContact',
      sentAt: now,
      failedAt: now,
    })
  })
})

describe('a process that died', () => {
  const dieWhileSending = async (id: OutboxEntryId) => {
    await write(id, '1')
    await update(['outbox', { companyId: route.companyId, entryId: id }], {
      state: 'sending',
      attempts: 1,
      leaseUntilAt: now - 1,
    })
  }

  it('between sending and noting leaves the message uncertain', async () => {
    await dieWhileSending(outboxEntryIdSchema.parse('one'))
    await sweepOutbox(deps)
    expect(await deliveryOf('one')).toBe('uncertain')
    expect(await telegram.seenBy(CUSTOMER)).toEqual([])
  })

  it('more than a day ago leaves the message uncertain all the same: it may have been sent', async () => {
    const id = outboxEntryIdSchema.parse('one')
    await write(id, '1', { createdAt: now - DAY_MS - MINUTE_MS })
    await update(['outbox', { companyId: route.companyId, entryId: id }], {
      state: 'sending',
      leaseUntilAt: now - 1,
    })
    await sweepOutbox(deps)
    expect(await deliveryOf('one')).toBe('uncertain')
  })

  it('is not replaced while its lease runs', async () => {
    await write('one', '1')
    await update(['outbox', { companyId: route.companyId, entryId: 'one' }], {
      state: 'sending',
      leaseUntilAt: now + SECOND_MS,
    })
    await drain('one')
    expect(await entry('one')).toMatchObject({ state: 'sending' })
    expect(await telegram.seenBy(CUSTOMER)).toEqual([])
  })
})

describe('the sweeper', () => {
  it('sends what no trigger told of', async () => {
    await write('one', '1', { createdAt: now - MINUTE_MS })
    await sweepOutbox(deps)
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1'])
  })

  it('sends what has become due', async () => {
    await telegram.fault('error500')
    await write('one', '1')
    await drain('one')
    now += MINUTE_MS
    await sweepOutbox(deps)
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1'])
  })

  it('leaves alone what was written a moment ago', async () => {
    await write('one', '1')
    expect(await sweepOutbox(deps)).toBe(0)
  })

  it('fails what is a day old', async () => {
    await write('one', '1', { createdAt: now - DAY_MS - MINUTE_MS })
    await sweepOutbox(deps)
    expect(await message('one')).toMatchObject({ delivery: { status: 'failed', reason: 'expired' } })
    expect(await telegram.seenBy(CUSTOMER)).toEqual([])
  })

  it('frees a lane whose head is gone', async () => {
    await write('one', '1', { createdAt: now - MINUTE_MS })
    const entryIds = ['ghost', 'one'].map((id) => outboxEntryIdSchema.parse(id))
    await set(['outboxLanes', { companyId: route.companyId, laneId: conversationId() }], {
      entryIds,
      updatedAt: now,
    })
    await sweepOutbox(deps)
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1'])
  })
})

describe('sending again', () => {
  const resend = (id: string) =>
    resendMessage(
      { companyId: route.companyId, conversationId: conversationId(), messageId: messageIdSchema.parse(id) },
      { uid: userIdSchema.parse('olga'), member: aMember() },
      now,
    )

  it('queues a failed message once more', async () => {
    await telegram.block(CUSTOMER)
    await write('one', '1')
    await drain('one')
    await telegram.block(CUSTOMER, false)
    await resend('one')
    expect(await deliveryOf('one')).toBe('queued')
    expect((await conversation())?.lastMessage).toMatchObject({ deliveryStatus: 'queued' })
    expect((await conversation())?.lastMessage).not.toHaveProperty('deliveryReason')
    await drain('one')
    expect(await deliveryOf('one')).toBe('sent')
    expect(await telegram.seenBy(CUSTOMER)).toEqual(['1'])
  })

  it('pressed twice queues once', async () => {
    await telegram.fault('dropAnswer')
    await write('one', '1')
    await drain('one')
    const results = await Promise.allSettled([resend('one'), resend('one')])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is refused for what has arrived', async () => {
    await write('one', '1')
    await drain('one')
    await expect(resend('one')).rejects.toThrow(DomainError)
  })
})
