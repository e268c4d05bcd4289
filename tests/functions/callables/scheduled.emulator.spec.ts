import { afterAll, expect } from 'vitest'
import {
  cancelScheduled,
  rescheduleMessage,
  scheduleMessage,
  sendScheduled,
} from '#functions/callables/scheduled.ts'
import { firestore } from '#functions/store/firestore.ts'
import { set } from '#functions/store/store.ts'
import {
  cancelScheduledContract,
  rescheduleMessageContract,
  scheduleMessageContract,
  sendScheduledContract,
} from '#shared/api/scheduled.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aScheduledMessage } from '#tests/builders/aScheduledMessage.ts'
import { OPERATOR, OURS, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('attacked-scheduled')

afterAll(() => project.close())

async function arrange(): Promise<void> {
  await project.clear()
  const places = [
    { companyId: OURS, conversationId: 'conversation', messageId: 'reply' },
    { companyId: THEIRS, conversationId: 'their-conversation', messageId: 'their-reply' },
  ]
  for (const { companyId, conversationId, messageId } of places) {
    await set(['channels', { companyId, channelId: 'channel' }], aChannel())
    await set(['conversations', { companyId, conversationId }], aConversation({ channelId: 'channel' }))
    await set(
      ['scheduledMessages', { companyId, conversationId, messageId }],
      aScheduledMessage({ author: { id: OPERATOR, name: 'operator' } }),
    )
  }
}

const countOf = async (path: string) =>
  (await firestore().collection(`companies/${OURS}/${path}`).count().get()).data().count
const countsOf = () =>
  Promise.all(
    ['conversations/conversation/scheduled', 'conversations/conversation/messages', 'outbox'].map(countOf),
  )

const sendAt = Date.now() + HOUR_MS
const ours = { companyId: OURS, conversationId: 'conversation' }
const reply = { ...ours, messageId: 'reply' }
const foreign = { conversationId: 'their-conversation', messageId: 'their-reply' }

describeCallableAttacks(
  scheduleMessageContract,
  scheduleMessage,
  () => ({ ...ours, id: 'new', kind: 'text', text: 'Заказ готов', attachments: [], sendAt }),
  'operator',
  {
    arrange,
    foreign: { conversationId: foreign.conversationId },
    afterFifty: async () => expect(await countsOf()).toEqual([2, 0, 0]),
  },
)
describeCallableAttacks(
  rescheduleMessageContract,
  rescheduleMessage,
  () => ({ ...reply, text: 'Заказ готов', sendAt }),
  'operator',
  { arrange, foreign, afterFifty: async () => expect(await countsOf()).toEqual([1, 0, 0]) },
)
describeCallableAttacks(cancelScheduledContract, cancelScheduled, () => reply, 'operator', {
  arrange,
  foreign,
  afterFifty: async () => expect(await countsOf()).toEqual([0, 0, 0]),
})
describeCallableAttacks(sendScheduledContract, sendScheduled, () => reply, 'operator', {
  arrange,
  foreign,
  afterFifty: async () => expect(await countsOf()).toEqual([0, 1, 1]),
})
