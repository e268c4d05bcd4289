import { computed } from 'vue'
import type { ComputedRef, WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { inboxPath } from '#shared/domain/pagePaths.ts'
import { DEFAULT_FILTER, filterOf } from './inboxFilters.ts'
import type { InboxFilter } from './inboxFilters.ts'

export interface InboxAddress {
  readonly openId: ComputedRef<ConversationId | null>
  readonly filter: WritableComputedRef<InboxFilter>
  /** The card as a page of its own, where panes stand one at a time. */
  readonly isCardPage: ComputedRef<boolean>
  pathOf(id: ConversationId): string
  /** `isStep`: walking through the list leaves no trail of addresses. */
  open(id: ConversationId, isStep?: boolean): void
  openCardPage(): void
  closeCardPage(): void
  toList(): void
}

const STORED = 'pact.filter.'

/** Where in the inbox one is, as the address says it. */
export function useInboxAddress(companyId: CompanyId): InboxAddress {
  const route = useRoute()
  const router = useRouter()
  const stored = STORED + companyId

  const openId = computed(() => conversationIdSchema.safeParse(route.params.conversationId).data ?? null)
  const filter = computed<InboxFilter>({
    get: () => filterOf(route.query.filter ?? localStorage.getItem(stored)),
    set(value) {
      localStorage.setItem(stored, value)
      void router.replace({ path: route.path, query: { filter: value } })
    },
  })
  const query = () => (filter.value === DEFAULT_FILTER ? {} : { filter: filter.value })
  const to = (id?: ConversationId) => ({ path: inboxPath(companyId, id), query: query() })

  /** Goes back when the wanted place is where one came from, so that the trail stays short. */
  function goUp(target: ReturnType<typeof to>) {
    if (router.options.history.state.back === router.resolve(target).fullPath) router.back()
    else void router.replace(target)
  }

  return {
    openId,
    filter,
    isCardPage: computed(() => route.query.pane === 'card' && openId.value !== null),
    pathOf: (id) => router.resolve(to(id)).fullPath,
    open: (id, isStep = false) => void (isStep ? router.replace(to(id)) : router.push(to(id))),
    openCardPage: () => void router.push({ path: route.path, query: { ...query(), pane: 'card' } }),
    closeCardPage() {
      if (openId.value) goUp(to(openId.value))
    },
    toList() {
      goUp(to())
    },
  }
}
