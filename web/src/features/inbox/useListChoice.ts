import { computed, ref } from 'vue'
import type { ComputedRef, Ref, WritableComputedRef } from 'vue'
import type { InboxAddress } from './useInboxAddress.ts'
import type { InboxOrder, ListChoice } from './inboxFilters.ts'

interface Choice {
  readonly choice: ComputedRef<ListChoice>
  /** As the account says until it is changed here. */
  readonly order: WritableComputedRef<InboxOrder>
}

/** Which list is shown: filter and what narrows it stand in the address, the order is the member's. */
export function useListChoice(address: InboxAddress, sortsByCreation: Readonly<Ref<boolean>>): Choice {
  const chosen = ref<InboxOrder | null>(null)
  const order = computed<InboxOrder>({
    get: () => chosen.value ?? (sortsByCreation.value ? 'creation' : 'inbound'),
    set: (value) => (chosen.value = value),
  })
  const choice = computed<ListChoice>(() => ({
    filter: address.filter.value,
    narrowing: address.narrowing.value,
    order: order.value,
  }))
  return { choice, order }
}
