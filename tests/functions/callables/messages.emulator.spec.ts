import { afterAll, expect } from 'vitest'
import {
  deleteMessage,
  editMessage,
  reactToMessage,
  resendMessage,
  signalContact,
} from '#functions/callables/messages.ts'
import { get, set } from '#functions/store/store.ts'
import {
  deleteMessageContract,
  editMessageContract,
  reactToMessageContract,
  signalContactContract,
} from '#shared/api/messageChanges.ts'
import { resendMessageContract } from '#shared/api/messages.ts'
import { conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { DeliveryStatus } from '#shared/domain/message.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aWidgetMessage } from '#tests/builders/aWidgetMessage.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { OPERATOR, OURS, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('attacked-messages')

afterAll(() => project.close())

const conversationId = conversationIdSchema.parse('conversation')
const messageId = messageIdSchema.parse('message')
const foreign = { conversationId: 'their-conversation', messageId: 'their-message' }
const place = { companyId: OURS, conversationId, messageId }
const SESSION = 'session-of-the-visitor'

async function anAnswer(companyId: CompanyId, prefix: string, status: DeliveryStatus): Promise<void> {
  const ids = { companyId, conversationId: `${prefix}conversation` }
  const channelId = `${prefix}channel`
  const settings = { title: '', greeting: '', colour: '', secret: 'the-secret-of-the-widget-on-teply-dom' }
  await connectedChannel(settings, { kind: 'widget', companyId, channelId, accountId: channelId })
  await set(['conversations', ids], aConversation({ channelId, channelKind: 'widget', externalId: SESSION }))
  await set(
    ['messages', { ...ids, messageId: `${prefix}message` }],
    anOutboundMessage({
      text: 'Завтро',
      externalId: 'message',
      author: { type: 'member', id: OPERATOR, name: 'Ольга' },
      delivery: { status },
    }),
  )
}

const arrangeWith = (status: DeliveryStatus) => async () => {
  await project.clear()
  await anAnswer(OURS, '', status)
  await anAnswer(THEIRS, 'their-', status)
  const projected = aWidgetMessage({ direction: 'outbound', externalId: messageId, text: 'Завтро' })
  await set(['widgetMessages', { sessionId: SESSION, messageId }], projected)
}

const arrange = arrangeWith('sent')
const stored = () => get('messages', place)
const seen = () => get('widgetMessages', { sessionId: SESSION, messageId })

describeCallableAttacks(editMessageContract, editMessage, () => ({ ...place, text: 'Завтра' }), 'operator', {
  arrange,
  foreign,
  afterFifty: async () => {
    expect(await stored()).toMatchObject({ text: 'Завтра', previousTexts: ['Завтро'] })
    expect(await seen()).toMatchObject({ text: 'Завтра' })
  },
})
describeCallableAttacks(deleteMessageContract, deleteMessage, () => place, 'operator', {
  arrange,
  foreign,
  afterFifty: async () => {
    expect(await stored()).toMatchObject({ deletedBy: OPERATOR })
    expect(await seen()).toMatchObject({ text: '' })
  },
})
describeCallableAttacks(
  reactToMessageContract,
  reactToMessage,
  () => ({ ...place, emoji: '👍' }),
  'operator',
  {
    arrange,
    foreign,
    afterFifty: async () => {
      expect((await stored())?.reactions).toMatchObject([{ emoji: '👍', by: OPERATOR }])
      expect(await seen()).toMatchObject({ reaction: '👍' })
    },
  },
)
describeCallableAttacks(
  signalContactContract,
  signalContact,
  () => ({ companyId: OURS, conversationId, signal: 'typing' }),
  'operator',
  {
    arrange,
    foreign: { conversationId: foreign.conversationId },
    afterFifty: async () => {
      const signals = await get('widgetSignals', { sessionId: SESSION, signalId: 'typing' })
      expect(signals?.at).toBeGreaterThan(0)
    },
  },
)
describeCallableAttacks(resendMessageContract, resendMessage, () => place, 'operator', {
  arrange: arrangeWith('failed'),
  foreign,
  afterFifty: async () => expect((await stored())?.delivery).toEqual({ status: 'queued' }),
})
