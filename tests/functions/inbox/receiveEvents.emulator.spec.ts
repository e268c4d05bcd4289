import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { contactIdOf, conversationIdOf, inboundMessageIdOf, messageRefIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { storeArrivals } from '#functions/inbox/storeArrivals.ts'
import { toArrival } from '#functions/inbox/toMessage.ts'
import { cost } from '#functions/store/cost.ts'
import { firestore } from '#functions/store/firestore.ts'
import { stemOf } from '#functions/search/stems.ts'
import { get, set, update } from '#functions/store/store.ts'
import { compareMessages } from '#shared/domain/message.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('receive')
let route: ChannelRoute

beforeEach(async () => {
  await project.clear()
  route = await connectedChannel({ token: '100001:token-of-the-test-bot-000', secret: 'secret' })
})
beforeAll(() => project.clear())
afterAll(() => project.close())

/** When a status was told. */
const TOLD_AT = Date.UTC(2026, 10, 20, 9, 5)

const conversationId = () => conversationIdOf(route.channelId, '500')
const conversation = () =>
  get('conversations', { companyId: route.companyId, conversationId: conversationId() })
const contact = () =>
  get('contacts', { companyId: route.companyId, contactId: contactIdOf(route.channelId, '500') })

async function countOf(collection: string): Promise<number> {
  const result = await firestore().collectionGroup(collection).count().get()
  return result.data().count
}

async function storedTexts(): Promise<string[]> {
  const path = `companies/${route.companyId}/conversations/${conversationId()}/messages`
  const { docs } = await firestore().collection(path).get()
  const messages = await Promise.all(
    docs.map(async ({ id }) => {
      const messageId = messageIdSchema.parse(id)
      const message = await get('messages', {
        companyId: route.companyId,
        conversationId: conversationId(),
        messageId,
      })
      if (!message) throw new Error('listed but gone')
      return { ...message, id }
    }),
  )
  return messages.sort(compareMessages).map(({ text }) => text)
}

/** What a message is found by. */
async function storedTokens(externalId: string) {
  const messageId = inboundMessageIdOf(conversationId(), externalId)
  const place = { companyId: route.companyId, conversationId: conversationId(), messageId }
  const { companyId, tokens } = (await get('messages', place)) ?? {}
  return { companyId, tokens }
}

describe('a message without words', () => {
  it('keeps the place it shows, and the row names it', async () => {
    const location = {
      latitude: 59.93,
      longitude: 30.31,
      title: 'Мастерская «Клубок»',
      address: 'я'.repeat(300),
    }
    await receiveEvents(route, [aMessageReceived({ kind: 'location', text: '', location })])
    const messageId = inboundMessageIdOf(conversationId(), '1')
    const place = { companyId: route.companyId, conversationId: conversationId(), messageId }
    expect((await get('messages', place))?.location).toEqual({ ...location, address: 'я'.repeat(200) })
    expect((await conversation())?.lastMessage).toMatchObject({ kind: 'location', text: location.title })
  })

  it('keeps the card it passes on', async () => {
    const sharedContact = { name: 'Пётр Котов', phone: '+79000000143' }
    await receiveEvents(route, [aMessageReceived({ kind: 'contact', text: '', sharedContact })])
    const messageId = inboundMessageIdOf(conversationId(), '1')
    const place = { companyId: route.companyId, conversationId: conversationId(), messageId }
    expect((await get('messages', place))?.sharedContact).toEqual(sharedContact)
    expect((await conversation())?.lastMessage).toMatchObject({ kind: 'contact', text: 'Пётр Котов' })
  })

  it('tells the row how long it sounds', async () => {
    const voice = {
      kind: 'voice',
      name: 'voice.ogg',
      contentType: 'audio/ogg',
      size: 9,
      externalRef: 'v',
    } as const
    await receiveEvents(route, [
      aMessageReceived({ kind: 'voice', text: '', attachments: [{ ...voice, duration: 24 }] }),
    ])
    expect((await conversation())?.lastMessage).toMatchObject({ kind: 'voice', text: '', duration: 24 })
  })
})

describe('a first message', () => {
  it('of a contact we know, in another conversation, shows what members made of him', async () => {
    await receiveEvents(route, [aMessageReceived()])
    const contactId = contactIdOf(route.channelId, '500')
    await update(['contacts', { companyId: route.companyId, contactId }], { name: 'Аня', tags: ['опт'] })
    await receiveEvents(route, [aMessageReceived({ conversationExternalId: '501' })])
    const elsewhere = conversationIdOf(route.channelId, '501')
    expect(
      await get('conversations', { companyId: route.companyId, conversationId: elsewhere }),
    ).toMatchObject({ contactId, contactName: 'Аня', tags: ['опт'] })
  })

  it('makes contact, conversation and message', async () => {
    await receiveEvents(route, [aMessageReceived()], Date.UTC(2026, 10, 20, 9, 0, 1))
    expect(await conversation()).toMatchObject({
      contactName: 'Анна Светлова',
      channelKind: 'telegram',
      externalId: '500',
      state: 'open',
      unanswered: true,
      unreadCount: 1,
      waitingSinceAt: Date.UTC(2026, 10, 20, 9, 0, 0),
      sortAt: Date.UTC(2026, 10, 20, 9, 0, 0),
      lastMessage: { text: 'Здравствуйте', direction: 'inbound' },
    })
    expect(await contact()).toMatchObject({ name: 'Анна Светлова', messageCount: 1 })
    expect(await storedTexts()).toEqual(['Здравствуйте'])
  })

  it('can be searched for, and so can who wrote it', async () => {
    const sender = { externalId: '500', name: 'Анна Светлова', handle: '@anna', phone: '' }
    await receiveEvents(route, [aMessageReceived({ text: 'Где мои заказы?', sender })])
    expect((await contact())?.searchTokens).toEqual(expect.arrayContaining(['анн', 'светлова', 'anna']))
    expect(await storedTokens('1')).toEqual({ companyId: route.companyId, tokens: [stemOf('заказ')] })
  })

  it('and the phone that comes later, too', async () => {
    const withPhone = { externalId: '500', name: 'Анна', handle: '', phone: '+79261234567' }
    await receiveEvents(route, [aMessageReceived()])
    await receiveEvents(route, [aMessageReceived({ externalId: '2', sender: withPhone })])
    expect((await contact())?.searchTokens).toContain('2345')
  })

  it('gives the conversation a public id nobody else has', async () => {
    await receiveEvents(route, [aMessageReceived()])
    const { publicId } = (await conversation()) ?? {}
    const index = await get('publicIds', { publicIdKey: `conversation-${String(publicId)}` })
    expect(index?.path).toBe(`companies/${route.companyId}/conversations/${conversationId()}`)
  })

  it('takes the second public id when the first is taken', async () => {
    await receiveEvents(route, [aMessageReceived()])
    const { publicId: first = 0 } = (await conversation()) ?? {}
    await project.clear()
    await set(['publicIds', { publicIdKey: `conversation-${String(first)}` }], { path: 'elsewhere' })
    await receiveEvents(route, [aMessageReceived()])
    expect((await conversation())?.publicId).not.toBe(first)
  })
})

describe('a text of a stranger', () => {
  const textOf = async () => (await storedTexts())[0]

  it('is kept whole, whatever it holds', async () => {
    const text = '<b>&amp;</b> "\u0000" \u202e 🚲 {{y}} %s \r\n'
    await receiveEvents(route, [aMessageReceived({ text })])
    expect(await textOf()).toBe(text)
  })

  it('with half an emoji is kept, with a mark in its place', async () => {
    await receiveEvents(route, [
      aMessageReceived({
        text: 'Привет \uD83D!',
        sender: { externalId: '500', name: '\uDEB2', handle: '', phone: '' },
      }),
    ])
    expect(await textOf()).toBe('Привет \uFFFD!')
    expect(await conversation()).toMatchObject({
      contactName: '\uFFFD',
      lastMessage: { text: 'Привет \uFFFD!' },
    })
  })

  it('whose preview would end in half an emoji is kept', async () => {
    const text = 'я' + '🚲'.repeat(200)
    await receiveEvents(route, [aMessageReceived({ text })])
    expect(await textOf()).toBe(text)
    expect((await conversation())?.lastMessage?.text).toBe(`я${'🚲'.repeat(79)}…`)
  })

  it('longer than any channel takes is cut off at a whole character', async () => {
    await receiveEvents(route, [aMessageReceived({ text: 'я' + '🚲'.repeat(15_000) })])
    expect(await textOf()).toBe('я' + '🚲'.repeat(9_999))
  })

  it('with a name beyond reason is kept', async () => {
    const sender = { externalId: '500', name: '🚲'.repeat(5000), handle: '@'.repeat(500), phone: '' }
    await receiveEvents(route, [aMessageReceived({ sender })])
    expect((await contact())?.name).toBe('🚲'.repeat(100))
  })
})

describe('the same webhook', () => {
  it('ten times at once stores one message', async () => {
    await Promise.all(Array.from({ length: 10 }, () => receiveEvents(route, [aMessageReceived()])))
    expect(await countOf('messages')).toBe(1)
    expect(await conversation()).toMatchObject({ unreadCount: 1 })
    expect(await contact()).toMatchObject({ messageCount: 1 })
  })

  it('again later changes nothing', async () => {
    await receiveEvents(route, [aMessageReceived()])
    const before = await conversation()
    await receiveEvents(route, [aMessageReceived({ text: 'другой текст под тем же номером' })])
    expect(await conversation()).toEqual(before)
    expect(await storedTexts()).toEqual(['Здравствуйте'])
  })
})

describe('fifty first messages of a stranger at once', () => {
  it('make one contact, one conversation and fifty messages', async () => {
    const events = Array.from({ length: 50 }, (_, at) =>
      aMessageReceived({ externalId: String(at), sequence: at }),
    )
    await Promise.all(events.map((event) => receiveEvents(route, [event])))
    expect(await countOf('contacts')).toBe(1)
    expect(await countOf('conversations')).toBe(1)
    expect(await countOf('messages')).toBe(50)
    expect(await conversation()).toMatchObject({ unreadCount: 50 })
    expect(await contact()).toMatchObject({ messageCount: 50 })
  })
})

describe('order', () => {
  it('is the provider’s time when webhooks come shuffled', async () => {
    const second = (at: number) =>
      aMessageReceived({
        externalId: String(at),
        sequence: at,
        text: `№ ${String(at)}`,
        sentAt: Date.UTC(2026, 10, 20, 9, 0, at),
      })
    for (const at of [3, 1, 4, 2, 0]) await receiveEvents(route, [second(at)])
    expect(await storedTexts()).toEqual(['№ 0', '№ 1', '№ 2', '№ 3', '№ 4'])
    expect((await conversation())?.lastMessage?.text).toBe('№ 4')
    expect((await conversation())?.waitingSinceAt).toBe(Date.UTC(2026, 10, 20, 9, 0, 0))
  })

  it('is the provider’s sequence within one second', async () => {
    const same = (sequence: number) =>
      aMessageReceived({ externalId: String(sequence), sequence, text: `№ ${String(sequence)}` })
    for (const sequence of [12, 10, 11]) await receiveEvents(route, [same(sequence)])
    expect(await storedTexts()).toEqual(['№ 10', '№ 11', '№ 12'])
    expect((await conversation())?.lastMessage?.text).toBe('№ 12')
  })

  it('is the receive time where time and sequence are equal', async () => {
    const at = Date.UTC(2026, 10, 20, 9, 0, 0)
    for (const [externalId, receivedAt] of [
      ['late', at + 2000],
      ['early', at + 1000],
    ] as const) {
      await receiveEvents(
        route,
        [aMessageReceived({ externalId, sequence: 0, text: externalId })],
        receivedAt,
      )
    }
    expect(await storedTexts()).toEqual(['early', 'late'])
  })

  it('believes our clock where the provider’s runs ahead', async () => {
    const receivedAt = Date.UTC(2026, 10, 20, 9, 0, 0)
    await receiveEvents(route, [aMessageReceived({ sentAt: receivedAt + 3_600_000 })], receivedAt)
    expect((await conversation())?.lastInboundAt).toBe(receivedAt)
  })
})

describe('a known conversation', () => {
  it('costs two reads and three writes per text', async () => {
    await receiveEvents(route, [aMessageReceived()])
    const before = { ...cost }
    await receiveEvents(route, [aMessageReceived({ externalId: '2', sequence: 2 })])
    expect({ reads: cost.reads - before.reads, writes: cost.writes - before.writes }).toEqual({
      reads: 2,
      writes: 3,
    })
  })

  it('comes back from the archive and waits since the first unanswered message', async () => {
    await receiveEvents(route, [aMessageReceived()])
    await update(['conversations', { companyId: route.companyId, conversationId: conversationId() }], {
      state: 'archived',
      unanswered: false,
      waitingSinceAt: null,
    })
    const sentAt = Date.UTC(2026, 10, 21, 9, 0, 0)
    await receiveEvents(route, [
      aMessageReceived({ externalId: '2', sentAt }),
      aMessageReceived({ externalId: '3', sentAt: sentAt + 1000 }),
    ])
    expect(await conversation()).toMatchObject({
      state: 'open',
      unanswered: true,
      waitingSinceAt: sentAt,
      unreadCount: 3,
    })
  })

  it('moves lastInboundAt with every message, even within one second', async () => {
    await receiveEvents(route, [aMessageReceived()])
    const before = (await conversation())?.lastInboundAt ?? 0
    await receiveEvents(route, [aMessageReceived({ externalId: '2', sequence: 2 })])
    expect((await conversation())?.lastInboundAt).toBeGreaterThan(before)
  })

  it('links a quote to the message it quotes', async () => {
    await receiveEvents(route, [aMessageReceived()])
    const replyTo = { externalId: '1', author: 'Анна', text: 'Здравствуйте' }
    await receiveEvents(route, [aMessageReceived({ externalId: '2', sequence: 2, replyTo })])
    const messageId = inboundMessageIdOf(conversationId(), '2')
    const message = await get('messages', {
      companyId: route.companyId,
      conversationId: conversationId(),
      messageId,
    })
    expect(message?.replyTo?.messageId).toBe(inboundMessageIdOf(conversationId(), '1'))
  })
})

describe('an attachment', () => {
  it('is a placeholder first, and an order to fetch it', async () => {
    const attachments = [
      { kind: 'image', name: 'photo.jpg', contentType: 'image/jpeg', size: 10, externalRef: 'file' },
    ] as const
    await receiveEvents(route, [aMessageReceived({ kind: 'image', text: '', attachments })])
    const messageId = inboundMessageIdOf(conversationId(), '1')
    const message = await get('messages', {
      companyId: route.companyId,
      conversationId: conversationId(),
      messageId,
    })
    expect(message?.attachments[0]).toMatchObject({ state: 'pending', externalRef: 'file' })
    const entry = await get('outbox', { companyId: route.companyId, entryId: `media_${messageId}` })
    expect(entry).toMatchObject({ target: 'media', state: 'queued' })
    expect(entry).not.toHaveProperty('nextAttemptAt')
  })
})

describe('an edit', () => {
  const edited = (text: string, editedAt: number) =>
    ({ type: 'messageEdited', conversationExternalId: '500', externalId: '1', text, editedAt }) as const

  it('changes text and row, keeps the earlier text', async () => {
    await receiveEvents(route, [aMessageReceived()])
    await receiveEvents(route, [edited('Добрый день', Date.UTC(2026, 10, 20, 9, 1, 0))])
    const messageId = inboundMessageIdOf(conversationId(), '1')
    const message = await get('messages', {
      companyId: route.companyId,
      conversationId: conversationId(),
      messageId,
    })
    expect(message).toMatchObject({ text: 'Добрый день', previousTexts: ['Здравствуйте'] })
    expect((await conversation())?.lastMessage?.text).toBe('Добрый день')
    expect((await storedTokens('1')).tokens).toEqual(['добр', 'ден'])
  })

  it('told late does not undo a later one', async () => {
    await receiveEvents(route, [aMessageReceived()])
    await receiveEvents(route, [edited('вторая правка', Date.UTC(2026, 10, 20, 9, 2, 0))])
    await receiveEvents(route, [edited('первая правка', Date.UTC(2026, 10, 20, 9, 1, 0))])
    expect(await storedTexts()).toEqual(['вторая правка'])
  })

  it('told late does not undo a later one that took it back', async () => {
    await receiveEvents(route, [aMessageReceived()])
    await receiveEvents(route, [edited('Здравствуйте', Date.UTC(2026, 10, 20, 9, 2, 0))])
    await receiveEvents(route, [edited('опечатка', Date.UTC(2026, 10, 20, 9, 1, 0))])
    expect(await storedTexts()).toEqual(['Здравствуйте'])
  })

  it('of a message never seen changes nothing where the provider tells the new text alone', async () => {
    await receiveEvents(route, [edited('ниоткуда', Date.UTC(2026, 10, 20, 9, 1, 0))])
    expect(await countOf('messages')).toBe(0)
  })
})

describe('an edit that brings the whole message', () => {
  const ORIGINAL = aMessageReceived()
  const at = (minute: number) => Date.UTC(2026, 10, 20, 9, minute, 0)
  const edit = (text: string, editedAt: number) =>
    ({
      type: 'messageEdited',
      conversationExternalId: '500',
      externalId: '1',
      text,
      editedAt,
      message: aMessageReceived({ text }),
    }) as const
  const stored = () =>
    get('messages', {
      companyId: route.companyId,
      conversationId: conversationId(),
      messageId: inboundMessageIdOf(conversationId(), '1'),
    })

  /** One message, once, as it was edited last. */
  async function expectOneMessage(text: string, editedAt: number): Promise<void> {
    expect(await stored()).toMatchObject({ text, editedAt, sentAt: ORIGINAL.sentAt })
    expect(await countOf('messages')).toBe(1)
    expect(await conversation()).toMatchObject({ unreadCount: 1, lastMessage: { text } })
    expect(await contact()).toMatchObject({ messageCount: 1 })
  }

  it('stands for a message that has not come, and the late one changes nothing', async () => {
    await receiveEvents(route, [edit('Добрый день', at(1))])
    await expectOneMessage('Добрый день', at(1))
    await receiveEvents(route, [ORIGINAL])
    await expectOneMessage('Добрый день', at(1))
  })

  it('after its message changes it as any edit', async () => {
    await receiveEvents(route, [ORIGINAL])
    await receiveEvents(route, [edit('Добрый день', at(1))])
    await expectOneMessage('Добрый день', at(1))
    expect(await stored()).toMatchObject({ previousTexts: ['Здравствуйте'] })
  })

  it.each([
    ['the message first', [ORIGINAL, edit('Добрый день', at(1))]],
    ['the edit first', [edit('Добрый день', at(1)), ORIGINAL]],
    ['each twice', [ORIGINAL, edit('Добрый день', at(1)), edit('Добрый день', at(1)), ORIGINAL]],
    ['with an older edit', [edit('Добрый день', at(1)), edit('Привет', at(0)), ORIGINAL]],
    ['with an older edit before it', [edit('Привет', at(0)), edit('Добрый день', at(1)), ORIGINAL]],
  ])('at once with its message stands: %s', async (_order, events) => {
    await Promise.all(events.map((event) => receiveEvents(route, [event])))
    await expectOneMessage('Добрый день', at(1))
  })

  it('finds the message another process stored in between', async () => {
    const [before, arrival] = [at(1), toArrival(route, ORIGINAL, at(0))]
    await Promise.all([
      receiveEvents(route, [edit('Добрый день', before)]),
      storeArrivals(route, [arrival]),
      storeArrivals(route, [arrival]),
    ])
    await expectOneMessage('Добрый день', before)
  })

  it('of a photo brings the order to fetch it', async () => {
    const attachments = [
      { kind: 'image', name: 'photo.jpg', contentType: 'image/jpeg', size: 10, externalRef: 'file' },
    ] as const
    const message = aMessageReceived({ kind: 'image', text: 'Вот он', attachments })
    await receiveEvents(route, [{ ...edit('Вот он', at(1)), message }])
    expect(await stored()).toMatchObject({ text: 'Вот он', attachments: [{ state: 'pending' }] })
    expect(await countOf('outbox')).toBe(1)
  })
})

describe('a status', () => {
  const status = (value: 'delivered' | 'read') =>
    ({ type: 'deliveryChanged', conversationExternalId: '500', externalId: '77', status: value }) as const

  async function sentMessage() {
    await receiveEvents(route, [aMessageReceived()])
    const messageId = inboundMessageIdOf(conversationId(), '1')
    const place = [
      'messages',
      { companyId: route.companyId, conversationId: conversationId(), messageId },
    ] as const
    await update(place, { delivery: { status: 'sent' } })
    await set(
      ['messageRefs', { companyId: route.companyId, refId: messageRefIdOf(conversationId(), '77') }],
      {
        conversationId: conversationId(),
        messageId,
      },
    )
    return place
  }

  it('advances', async () => {
    const place = await sentMessage()
    await receiveEvents(route, [status('delivered')], TOLD_AT)
    expect((await get(...place))?.delivery).toEqual({ status: 'delivered', deliveredAt: TOLD_AT })
    expect((await conversation())?.lastMessage?.deliveryStatus).toBe('delivered')
  })

  it('never goes backwards', async () => {
    const place = await sentMessage()
    await receiveEvents(route, [{ ...status('read'), at: TOLD_AT }])
    await receiveEvents(route, [status('delivered')])
    expect((await get(...place))?.delivery).toEqual({ status: 'read', readAt: TOLD_AT })
  })

  it('of failure tells the row why, and a proof of arrival after it takes that back', async () => {
    const place = await sentMessage()
    await receiveEvents(
      route,
      [{ ...status('delivered'), status: 'failed', reason: 'blockedByContact' }],
      TOLD_AT,
    )
    const failed = { status: 'failed', reason: 'blockedByContact', failedAt: TOLD_AT }
    expect((await get(...place))?.delivery).toEqual(failed)
    expect((await conversation())?.lastMessage).toMatchObject({
      deliveryStatus: 'failed',
      deliveryReason: 'blockedByContact',
    })
    await receiveEvents(route, [status('delivered')])
    expect((await conversation())?.lastMessage).toMatchObject({ deliveryStatus: 'delivered' })
    expect((await conversation())?.lastMessage).not.toHaveProperty('deliveryReason')
  })

  it('told before our own send was noted is kept for it', async () => {
    await receiveEvents(route, [status('read')], TOLD_AT)
    await receiveEvents(route, [status('delivered')])
    const ref = await get('messageRefs', {
      companyId: route.companyId,
      refId: messageRefIdOf(conversationId(), '77'),
    })
    expect(ref).toEqual({ earlyStatus: 'read', earlyAt: TOLD_AT })
  })
})
