import { computed, onScopeDispose, shallowRef } from 'vue'
import type { ComputedRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { followChannels } from '#web/firebase/channels.ts'
import type { CompanyChannel } from '#web/firebase/channels.ts'

/** Whether a connected channel lets nothing through, live; `companyId` null where nobody may mend it. */
export function useChannelsDown(companyId: CompanyId | null): ComputedRef<boolean> {
  const known = shallowRef<ReadonlyMap<string, CompanyChannel>>(new Map())
  if (companyId) {
    onScopeDispose(
      followChannels(companyId, (changed) => {
        known.value = new Map([...known.value, ...changed.map((channel) => [channel.id, channel] as const)])
      }),
    )
  }
  return computed(() => [...known.value.values()].some(isDown))
}

function isDown({ state, health }: CompanyChannel): boolean {
  return state === 'active' && health.status === 'needsAttention'
}
