import { companyIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import { aConversation } from './aConversation.ts'

/** A conversation as a list knows it. */
export function aConversationRow(
  id = 'conversation-1',
  change: Parameters<typeof aConversation>[0] = {},
): ConversationRow {
  return {
    ...aConversation(change),
    id: conversationIdSchema.parse(id),
    companyId: companyIdSchema.parse('company-1'),
  }
}
