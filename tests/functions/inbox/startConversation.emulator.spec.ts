import { describe, expect, it } from 'vitest'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { startConversation } from '#functions/inbox/startConversation.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set, update } from '#functions/store/store.ts'
import type { FirstMessage } from '#shared/api/newMessage.ts'
import {
  approvedTemplateIdSchema,
  messageIdSchema,
  outboxEntryIdSchema,
  userIdSchema,
} from '#shared/domain/ids.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { TEMPLATE } from '../connectedSandbox.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { refusalOf } from '../refusalOf.ts'
import { useSandbox } from '../useSandbox.ts'

const PHONE = '+79261234567'
const ABSENT = '+79990000000'
const scene = useSandbox('new-message', 5960)
const IRINA = { uid: userIdSchema.parse('irina'), member: aMember({ name: 'Ирина' }) }

const template = (values = ['Анна', '17'], id = 'first'): FirstMessage => ({
  id: messageIdSchema.parse(id),
  templateId: TEMPLATE,
  values,
})
const start = (
  message: FirstMessage = template(),
  phone = PHONE,
  caller: typeof IRINA = IRINA,
  { companyId, channelId } = scene.route,
) => startConversation({ companyId, channelId, phone, message }, caller)
const all = async (collection: string) =>
  (await firestore().collection(`companies/${scene.route.companyId}/${collection}`).get()).docs.map(
    (document) => ({
      id: document.id,
      ...document.data(),
    }),
  )
const allMessages = async () => (await firestore().collectionGroup('messages').get()).docs
const conversation = (conversationId: string) =>
  get('conversations', { companyId: scene.route.companyId, conversationId })
const written = (externalId = '1') =>
  aMessageReceived({
    conversationExternalId: PHONE.slice(1),
    externalId,
    sender: { externalId: PHONE.slice(1), name: 'Анна Светлова', handle: '', phone: PHONE },
    sentAt: Date.now(),
  })

describe('writing first', () => {
  it('makes contact, conversation, message and its order, all of them the writer’s', async () => {
    const { conversationId, existing } = await start()
    expect(existing).toBe(false)
    expect(await conversation(conversationId)).toMatchObject({
      contactPhone: PHONE,
      externalId: PHONE.slice(1),
      state: 'open',
      assigneeId: 'irina',
      unanswered: false,
      lastInboundAt: null,
      lastMessage: { direction: 'outbound', text: 'Здравствуйте, Анна. Заказ 17 готов.' },
    })
    const [contact] = await all('contacts')
    expect(contact).toMatchObject({
      phone: PHONE,
      conversationId,
      assigneeId: 'irina',
      reachable: { sandbox: true },
    })
    expect(contact).toMatchObject({ searchTokens: expect.arrayContaining(['4567']) as unknown })
    expect(await all('outbox')).toMatchObject([
      { id: 'first', target: 'channel', conversationId, messageId: 'first', createdBy: 'irina' },
    ])
  })

  it('reaches the owner of the phone by the approved template', async () => {
    await start()
    await drainLane(scene.route.companyId, outboxEntryIdSchema.parse('first'))
    expect(await scene.sandbox.sentTo(PHONE)).toMatchObject([
      { templateId: 'order_ready', text: 'Здравствуйте, Анна. Заказ 17 готов, его можно забрать.' },
    ])
  })

  it.each(['8 (926) 123-45-67', '+7 926 123 45 67', '79261234567', '926 123 45 67'])(
    'takes the phone as it is written: %s',
    async (phone) => {
      const { conversationId } = await start(template(), phone)
      expect(await conversation(conversationId)).toMatchObject({ contactPhone: PHONE })
    },
  )

  it('is where the contact’s own first message arrives, and his name', async () => {
    const { conversationId } = await start()
    await receiveEvents(scene.route, [written()])
    expect(await all('conversations')).toHaveLength(1)
    expect(await all('contacts')).toHaveLength(1)
    expect(await conversation(conversationId)).toMatchObject({ unanswered: true, assigneeId: 'irina' })
  })

  it('at the moment the contact writes makes one conversation with both messages or his alone', async () => {
    const [started] = await Promise.all([start(), receiveEvents(scene.route, [written()])])
    expect(await all('conversations')).toHaveLength(1)
    expect(await all('contacts')).toHaveLength(1)
    expect(await allMessages()).toHaveLength(started.existing ? 1 : 2)
  })

  it('twice with one message sends it once, and does not call it another’s', async () => {
    const first = await start()
    expect(await start()).toEqual(first)
    expect(await allMessages()).toHaveLength(1)
  })
})

describe('a conversation that is there', () => {
  it('is named, and nothing is sent', async () => {
    await receiveEvents(scene.route, [written()])
    const [known] = await all('conversations')
    expect(await start()).toEqual({ conversationId: known?.id, existing: true })
    expect(await allMessages()).toHaveLength(1)
    expect(await all('outbox')).toEqual([])
  })

  it('that a colleague has is not shown to one who sees only his own', async () => {
    await receiveEvents(scene.route, [written()])
    const [known] = await all('conversations')
    await update(['conversations', { companyId: scene.route.companyId, conversationId: known?.id ?? '' }], {
      assigneeId: 'olga',
    })
    const caller = { ...IRINA, member: aMember({ visibility: 'own' }) }
    expect(await refusalOf(start(template(), PHONE, caller))).toEqual({ code: 'conversationOfColleague' })
  })
})

describe('what cannot be sent', () => {
  it('a number nobody is under is noted on the contacts who bear it', async () => {
    const contactId = 'known'
    await set(['contacts', { companyId: scene.route.companyId, contactId }], aContact({ phone: ABSENT }))
    expect(await refusalOf(start(template(), ABSENT))).toEqual({ code: 'numberNotThere' })
    expect(await get('contacts', { companyId: scene.route.companyId, contactId })).toMatchObject({
      reachable: { sandbox: false },
    })
    expect(await all('conversations')).toEqual([])
  })

  it.each(['7', 'мой номер', '+0000000', '12345'])('to %s is no phone', async (phone) => {
    expect(await refusalOf(start(template(), phone))).toEqual({ code: 'phoneRefused' })
  })

  it('free words: nobody has opened the window', async () => {
    const message = { id: messageIdSchema.parse('first'), text: 'Здравствуйте' }
    expect(await refusalOf(start(message))).toEqual({ code: 'windowClosed' })
  })

  it.each([
    ['a value less', ['Анна']],
    ['a value more', ['Анна', '17', '18']],
    ['a blank value', ['Анна', '  ']],
    ['a value of two lines', ['Анна', '1\n7']],
  ])('a template with %s', async (_name, values) => {
    expect(await refusalOf(start(template(values)))).toEqual({ code: 'templateRefused' })
  })

  it('a template that is not approved', async () => {
    const message = { ...template([]), templateId: approvedTemplateIdSchema.parse('pending') }
    expect(await refusalOf(start(message))).toEqual({ code: 'templateRefused' })
  })

  it('through a channel whose customers write first', async () => {
    const bot = await connectedChannel(
      { token: '100001:token', secret: 'secret' },
      { companyId: 'ours', channelId: 'bot' },
    )
    const message = { id: messageIdSchema.parse('first'), text: 'Здравствуйте' }
    expect(await refusalOf(start(message, PHONE, IRINA, bot))).toEqual({
      code: 'channelCannotWriteFirst',
    })
  })
})
