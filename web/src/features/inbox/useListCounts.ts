import { computed, shallowReactive, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { NO_NARROWING } from '#shared/domain/view.ts'
import type { InboxFilter, ViewNarrowing } from '#shared/domain/view.ts'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationSelection } from '#web/firebase/selectionInSight.ts'
import type { InboxCompanies } from './inboxContext.ts'
import { isNarrowed } from './inboxFilters.ts'
import { useFilterCounts } from './useFilterCounts.ts'

/** So many muted conversations are looked at one by one. */
const MUTED_READ_MAX = 50

interface Options {
  readonly memberId: UserId
  readonly narrowing: Readonly<Ref<ViewNarrowing>>
  readonly inboxes: InboxCompanies
  count(selection: ConversationSelection): Promise<number>
  /** Null where it is not seen. */
  fetch(companyId: CompanyId, conversationId: ConversationId): Promise<ConversationRow | null>
}

interface ListCounts {
  /** Of the list as it is narrowed. */
  readonly counts: ComputedRef<ReadonlyMap<InboxFilter, number>>
  /** All that is unanswered, without what the member has muted; null while unknown. */
  readonly loudUnanswered: ComputedRef<number | null>
  refreshAll(): void
  note(former: ConversationRow | undefined, row: ConversationRow): void
}

/** The counts beside the filters, and the one of the badge, which no narrowing changes. */
export function useListCounts({ memberId, narrowing, inboxes, count, fetch }: Options): ListCounts {
  const within = computed(() => (isNarrowed(narrowing.value) ? narrowing.value : null))
  const whole = useFilterCounts({ memberId, narrowing: shallowRef(NO_NARROWING), count })
  const narrowed = useFilterCounts({ memberId, narrowing: within, count })
  const quiet = useMutedUnanswered(inboxes, fetch)
  return {
    counts: computed(() => (within.value ? narrowed.counts : whole.counts)),
    loudUnanswered: computed(() => {
      const all = whole.counts.get('unanswered')
      return all === undefined ? null : Math.max(0, all - quiet.count.value)
    }),
    refreshAll() {
      if (within.value) narrowed.refreshAll()
      else whole.refreshAll()
    },
    note(former, row) {
      whole.note(former, row)
      narrowed.note(former, row)
      quiet.note(row)
    },
  }
}

/** How many of the muted ones wait for an answer: rows the list has heard of, and those it has not, by gets. */
function useMutedUnanswered({ all }: InboxCompanies, fetch: Options['fetch']) {
  const unanswered = shallowReactive(new Map<ConversationId, boolean>())
  const isMuted = (id: ConversationId) => all.some(({ muted }) => muted.value.has(id))

  /** Nothing is noted of what can be heard again. */
  function forgetLoud() {
    const loud = [...unanswered.keys()].filter((id) => !isMuted(id))
    for (const id of loud) unanswered.delete(id)
  }

  async function learn({ companyId, muted }: InboxCompanies['all'][number]) {
    forgetLoud()
    const unknown = [...muted.value].filter((id) => !unanswered.has(id)).slice(0, MUTED_READ_MAX)
    for (const id of unknown) {
      const row = await fetch(companyId, id).catch(() => null)
      if (!unanswered.has(id)) unanswered.set(id, row?.unanswered ?? false)
    }
  }

  for (const inbox of all) watch(inbox.muted, () => void learn(inbox), { immediate: true })
  return {
    count: computed(() => {
      const ids = all.flatMap(({ muted }) => [...muted.value])
      return ids.filter((id) => unanswered.get(id)).length
    }),
    note(row: ConversationRow) {
      if (isMuted(row.id)) unanswered.set(row.id, row.unanswered)
    },
  }
}
