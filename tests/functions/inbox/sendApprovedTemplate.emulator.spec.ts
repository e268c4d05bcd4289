import { describe, expect, it } from 'vitest'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { sendApprovedTemplate } from '#functions/inbox/sendApprovedTemplate.ts'
import { get, set, update } from '#functions/store/store.ts'
import { messageIdSchema, outboxEntryIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { anOutboxEntry } from '#tests/builders/anOutboxEntry.ts'
import { TEMPLATE } from '../connectedSandbox.ts'
import { refusalOf } from '../refusalOf.ts'
import { useSandbox } from '../useSandbox.ts'

const PHONE = '+79261234567'
const scene = useSandbox('template-message', 5965)
const IRINA = { uid: userIdSchema.parse('irina'), member: aMember({ name: 'Ирина' }) }
const message = { id: messageIdSchema.parse('by-template'), templateId: TEMPLATE, values: ['Анна', '17'] }

const place = () => ({
  companyId: scene.route.companyId,
  conversationId: conversationIdOf(scene.route.channelId, PHONE.slice(1)),
})
const deliveryOf = async (id: string) => (await get('messages', { ...place(), messageId: id }))?.delivery
const drain = (id: string) => drainLane(scene.route.companyId, outboxEntryIdSchema.parse(id))

/** The contact wrote so long ago. */
async function wrote(agoMs: number, agoAtProviderMs = agoMs): Promise<void> {
  await scene.sandbox.write(PHONE, 'Здравствуйте', agoAtProviderMs)
  const sender = { externalId: PHONE.slice(1), name: 'Анна', handle: '', phone: PHONE }
  const sentAt = Date.now() - agoMs
  await receiveEvents(
    scene.route,
    [aMessageReceived({ conversationExternalId: PHONE.slice(1), sender, sentAt })],
    sentAt,
  )
}

/** What a member's browser writes. */
async function writeFreely(id: string): Promise<void> {
  const messageId = messageIdSchema.parse(id)
  const moment = { sentAt: Date.now(), createdAt: Date.now() }
  await set(['messages', { ...place(), messageId }], anOutboundMessage({ text: 'Добрый день', ...moment }))
  const { conversationId } = place()
  await set(
    ['outbox', { companyId: scene.route.companyId, entryId: id }],
    anOutboxEntry({ channelId: scene.route.channelId, conversationId, messageId: id, createdAt: Date.now() }),
  )
}

describe('the reply window', () => {
  it('lets free words through while it is open', async () => {
    await wrote(24 * HOUR_MS - 5 * MINUTE_MS)
    await writeFreely('free')
    await drain('free')
    expect(await deliveryOf('free')).toMatchObject({ status: 'sent' })
  })

  it('fails free words once it is closed, and asks the provider nothing', async () => {
    // He would take it: his clock is another one.
    await wrote(24 * HOUR_MS + MINUTE_MS, 0)
    await writeFreely('free')
    await drain('free')
    expect(await deliveryOf('free')).toMatchObject({ status: 'failed', reason: 'windowClosed' })
    expect(await scene.sandbox.sentTo(PHONE)).toEqual([])
  })

  it('lets an approved template through when it is closed', async () => {
    await wrote(30 * HOUR_MS)
    await sendApprovedTemplate({ ...place(), message }, IRINA)
    await drain('by-template')
    expect(await deliveryOf('by-template')).toMatchObject({ status: 'sent' })
    expect(await scene.sandbox.sentTo(PHONE)).toMatchObject([{ templateId: 'order_ready' }])
  })
})

describe('a message by an approved template', () => {
  it('reads as the contact reads it, and keeps its values', async () => {
    await wrote(0)
    await sendApprovedTemplate({ ...place(), message }, IRINA)
    expect(await get('messages', { ...place(), messageId: message.id })).toMatchObject({
      text: 'Здравствуйте, Анна. Заказ 17 готов.',
      author: { type: 'member', id: 'irina', name: 'Ирина' },
      template: { externalId: 'order_ready', name: 'Заказ готов', values: ['Анна', '17'] },
      delivery: { status: 'queued' },
    })
  })

  it('does not overtake the words written just before it', async () => {
    await wrote(0)
    await writeFreely('free')
    await sendApprovedTemplate({ ...place(), message }, IRINA)
    await drain('by-template')
    expect(await scene.sandbox.sentTo(PHONE)).toEqual([])
    await drain('free')
    expect(await scene.sandbox.sentTo(PHONE)).toMatchObject([
      { text: 'Добрый день' },
      { templateId: 'order_ready' },
    ])
  })

  it('asked for twice is one', async () => {
    await wrote(0)
    await Promise.all([
      sendApprovedTemplate({ ...place(), message }, IRINA),
      sendApprovedTemplate({ ...place(), message }, IRINA),
    ])
    await drain('by-template')
    await sendApprovedTemplate({ ...place(), message }, IRINA)
    expect(await scene.sandbox.sentTo(PHONE)).toHaveLength(1)
    expect(await deliveryOf('by-template')).toMatchObject({ status: 'sent' })
  })

  it('is not sent to one who is blocked', async () => {
    await wrote(0)
    await update(['conversations', place()], { blocked: true })
    expect(await refusalOf(sendApprovedTemplate({ ...place(), message }, IRINA))).toEqual({
      code: 'contactBlocked',
    })
  })

  it('is not sent in a conversation one does not see', async () => {
    await wrote(0)
    await update(['conversations', place()], { assigneeId: 'olga' })
    const caller = { ...IRINA, member: aMember({ visibility: 'own' }) }
    expect(await refusalOf(sendApprovedTemplate({ ...place(), message }, caller))).toEqual({
      code: 'notFound',
    })
  })
})
