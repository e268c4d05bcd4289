import { useRoute, useRouter } from 'vue-router'
import { allInboxPath, inboxPath } from '#shared/domain/pagePaths.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { useInboxCompanies } from '../inboxContext.ts'

interface Place {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
}

/** Opens another conversation beside the same list; where panes stand one at a time it is the thread that opens. */
export function useConversationPath(): { open(place: Place): void } {
  const route = useRoute()
  const router = useRouter()
  const { isAll } = useInboxCompanies()
  return {
    open(place) {
      const path = isAll ? allInboxPath(place) : inboxPath(place.companyId, place.conversationId)
      const query = Object.fromEntries(Object.entries(route.query).filter(([name]) => name !== 'pane'))
      void router.push({ path, query })
    },
  }
}
