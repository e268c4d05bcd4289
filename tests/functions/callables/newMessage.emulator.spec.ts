import { afterAll, beforeAll, expect } from 'vitest'
import {
  refreshApprovedTemplates,
  sendApprovedTemplate,
  startConversation,
} from '#functions/callables/newMessage.ts'
import { firestore } from '#functions/store/firestore.ts'
import { set } from '#functions/store/store.ts'
import {
  refreshApprovedTemplatesContract,
  sendApprovedTemplateContract,
  startConversationContract,
} from '#shared/api/newMessage.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { OURS, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { TEMPLATE, connectedSandbox } from '../connectedSandbox.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { SandboxSimulator } from '../sandboxSimulator.ts'
import { startSandbox } from '../sandboxSimulator.ts'

const project = useEmulatorProject('attacked-new-message')
let sandbox: SandboxSimulator

beforeAll(async () => {
  sandbox = await startSandbox(5980)
})
afterAll(async () => {
  await sandbox.close()
  await project.close()
})

async function arrange(): Promise<void> {
  await project.clear()
  await sandbox.reset()
  const settings = { key: 'sandbox-key-0002', secret: 'secret' }
  const theirs = { kind: 'sandbox', companyId: THEIRS, channelId: 'theirs', accountId: 'sb-2' } as const
  await connectedChannel(settings, theirs)
  await set(['conversations', { companyId: THEIRS, conversationId: 'theirs' }], aConversation())
  const { channelId } = await connectedSandbox(OURS)
  await set(
    ['conversations', { companyId: OURS, conversationId: 'ours' }],
    aConversation({
      channelId,
      channelKind: 'sandbox',
      externalId: '79261234567',
      assigneeId: '',
      blocked: false,
    }),
  )
}

const message = { id: 'new', templateId: TEMPLATE, values: ['Анна', '17'] }
const channelId = 'channel'
const countOf = async (collection: string) =>
  (await firestore().collection(`companies/${OURS}/${collection}`).count().get()).data().count
const messageCount = async () =>
  (await firestore().collectionGroup('messages').where('text', '>=', '').count().get()).data().count

describeCallableAttacks(
  startConversationContract,
  startConversation,
  () => ({ companyId: OURS, channelId, phone: '+79035550011', message }),
  'operator',
  {
    arrange,
    foreign: { channelId: 'theirs' },
    afterFifty: async () =>
      expect([await countOf('conversations'), await countOf('contacts'), await countOf('outbox')]).toEqual([
        2, 1, 1,
      ]),
  },
)

describeCallableAttacks(
  sendApprovedTemplateContract,
  sendApprovedTemplate,
  () => ({ companyId: OURS, conversationId: 'ours', message }),
  'operator',
  {
    arrange,
    foreign: { conversationId: 'theirs' },
    afterFifty: async () => expect([await messageCount(), await countOf('outbox')]).toEqual([1, 1]),
  },
)

describeCallableAttacks(
  refreshApprovedTemplatesContract,
  refreshApprovedTemplates,
  () => ({ companyId: OURS, channelId }),
  'operator',
  {
    arrange,
    foreign: { channelId: 'theirs' },
    afterFifty: async () => expect(await countOf(`channels/${channelId}/approvedTemplates`)).toBe(3),
  },
)
