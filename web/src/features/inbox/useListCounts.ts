import { computed, shallowReactive, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { UserId } from '#shared/domain/ids.ts'
import { NO_NARROWING } from '#shared/domain/view.ts'
import type { InboxFilter, ViewNarrowing } from '#shared/domain/view.ts'
import { fetchConversation } from '#web/firebase/conversations.ts'
import type { ConversationRow, ConversationSource } from '#web/firebase/conversations.ts'
import type { InboxCompanies } from './inboxContext.ts'
import { isNarrowed } from './inboxFilters.ts'
import { useFilterCounts } from './useFilterCounts.ts'

/** So many muted conversations are looked at one by one. */
const MUTED_READ_MAX = 50

interface Options {
  readonly sources: readonly ConversationSource[]
  readonly memberId: UserId
  readonly narrowing: Readonly<Ref<ViewNarrowing>>
  readonly inboxes: InboxCompanies
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
export function useListCounts({ sources, memberId, narrowing, inboxes }: Options): ListCounts {
  const within = computed(() => (isNarrowed(narrowing.value) ? narrowing.value : null))
  const whole = useFilterCounts(sources, memberId, shallowRef(NO_NARROWING))
  const narrowed = useFilterCounts(sources, memberId, within)
  const quiet = useMutedUnanswered(inboxes)
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
function useMutedUnanswered({ all }: InboxCompanies) {
  const unanswered = shallowReactive(new Map<string, boolean>())

  async function learn({ companyId, muted }: InboxCompanies['all'][number]) {
    const unknown = [...muted.value].filter((id) => !unanswered.has(id)).slice(0, MUTED_READ_MAX)
    for (const id of unknown) {
      const row = await fetchConversation(companyId, id).catch(() => null)
      unanswered.set(id, row?.unanswered ?? false)
    }
  }

  for (const inbox of all) watch(inbox.muted, () => void learn(inbox), { immediate: true })
  return {
    count: computed(() => {
      const ids = all.flatMap(({ muted }) => [...muted.value])
      return ids.filter((id) => unanswered.get(id)).length
    }),
    note(row: ConversationRow) {
      if (all.some(({ muted }) => muted.value.has(row.id))) unanswered.set(row.id, row.unanswered)
    },
  }
}
