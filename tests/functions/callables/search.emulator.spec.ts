import { afterAll } from 'vitest'
import { searchMessages } from '#functions/callables/search.ts'
import { set } from '#functions/store/store.ts'
import { searchMessagesContract } from '#shared/api/search.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { OURS, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('attacked-search')

afterAll(() => project.close())

async function arrange(): Promise<void> {
  await project.clear()
  const companies = { ours: OURS, theirs: THEIRS }
  for (const [conversationId, companyId] of Object.entries(companies)) {
    const found = { companyId, tokens: ['заказ'] }
    await set(['conversations', { companyId, conversationId }], aConversation())
    await set(['messages', { companyId, conversationId, messageId: 'm' }], { ...aMessage(), ...found })
  }
}

describeCallableAttacks(
  searchMessagesContract,
  searchMessages,
  () => ({ companyId: OURS, conversationId: 'ours', text: 'заказ' }),
  'operator',
  { arrange, foreign: { conversationId: 'theirs' } },
)
