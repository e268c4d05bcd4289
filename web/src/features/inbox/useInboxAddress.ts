import { computed } from 'vue'
import type { ComputedRef, WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { companyIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { allInboxPath, inboxPath } from '#shared/domain/pagePaths.ts'
import type { InboxFilter, ViewNarrowing } from '#shared/domain/view.ts'
import { DEFAULT_FILTER, filterOf, narrowingOfQuery, queryOfNarrowing } from './inboxFilters.ts'
import type { OpenPlace } from './useOpenRow.ts'

export interface InboxAddress {
  readonly open: ComputedRef<OpenPlace | null>
  readonly filter: WritableComputedRef<InboxFilter>
  readonly narrowing: WritableComputedRef<ViewNarrowing>
  /** The card as a page of its own, where panes stand one at a time. */
  readonly isCardPage: ComputedRef<boolean>
  pathOf(place: OpenPlace): string
  /** Both at once, as a saved view has them. */
  choose(filter: InboxFilter, narrowing: ViewNarrowing): void
  /** `isStep`: walking through the list leaves no trail of addresses. */
  goTo(place: OpenPlace, isStep?: boolean): void
  openCardPage(): void
  closeCardPage(): void
  toList(): void
}

const STORED = 'pact.filter.'

/** Which list is shown: as the address says, or the one chosen last. */
function useListAddress(stored: string) {
  const route = useRoute()
  const router = useRouter()
  const usual = () => filterOf(localStorage.getItem(stored))
  const asked = () => (route.query.filter === undefined ? usual() : filterOf(route.query.filter))
  const narrowing = computed<ViewNarrowing>((before) => {
    const now = narrowingOfQuery(route.query)
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })

  function choose(filter: InboxFilter, within: ViewNarrowing) {
    localStorage.setItem(stored, filter)
    void router.replace({ path: route.path, query: { filter, ...queryOfNarrowing(within) } })
  }

  return {
    choose,
    filter: computed({
      get: asked,
      set: (filter) => {
        choose(filter, narrowing.value)
      },
    }),
    narrowing: computed({
      get: () => narrowing.value,
      set: (within) => {
        choose(asked(), within)
      },
    }),
    /** What an address must say to show the same list. */
    query: () => ({
      ...(asked() === DEFAULT_FILTER && usual() === DEFAULT_FILTER ? {} : { filter: asked() }),
      ...queryOfNarrowing(narrowing.value),
    }),
  }
}

/** Where in the inbox one is, as the address says it; with null in that of all companies. */
export function useInboxAddress(companyId: CompanyId | null): InboxAddress {
  const route = useRoute()
  const router = useRouter()
  const { query, ...list } = useListAddress(STORED + (companyId ?? 'all'))

  const open = computed<OpenPlace | null>((before) => {
    const company = companyId ?? companyIdSchema.safeParse(route.params.companyId).data
    const conversationId = conversationIdSchema.safeParse(route.params.conversationId).data
    if (!company || !conversationId) return null
    return before?.conversationId === conversationId ? before : { companyId: company, conversationId }
  })

  const pathTo = (place?: OpenPlace) =>
    companyId ? inboxPath(companyId, place?.conversationId) : allInboxPath(place)
  const to = (place?: OpenPlace) => ({ path: pathTo(place), query: query() })

  /** Goes back when the wanted place is where one came from, so that the trail stays short. */
  function goUp(target: ReturnType<typeof to>) {
    if (router.options.history.state.back === router.resolve(target).fullPath) router.back()
    else void router.replace(target)
  }

  return {
    ...list,
    open,
    isCardPage: computed(() => route.query.pane === 'card' && open.value !== null),
    pathOf: (place) => router.resolve(to(place)).fullPath,
    goTo: (place, isStep = false) => void (isStep ? router.replace(to(place)) : router.push(to(place))),
    openCardPage: () => void router.push({ path: route.path, query: { ...query(), pane: 'card' } }),
    closeCardPage() {
      if (open.value) goUp(to(open.value))
    },
    toList() {
      goUp(to())
    },
  }
}
