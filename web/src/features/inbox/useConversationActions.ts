import { changeConversation } from '#web/firebase/changeConversation.ts'
import { createConversationActions } from './createConversationActions.ts'
import type { ConversationActions } from './createConversationActions.ts'
import { useInboxCompanies } from './inboxContext.ts'
import type { InboxCompanies } from './inboxContext.ts'

/** What the member may do to the conversations of the list. */
export function useConversationActions(companies: InboxCompanies = useInboxCompanies()): ConversationActions {
  return createConversationActions({ companies, change: changeConversation })
}
