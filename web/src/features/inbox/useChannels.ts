import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { followChannels } from '#web/firebase/channels.ts'
import type { CompanyChannel } from '#web/firebase/channels.ts'

interface Channels {
  readonly byId: Readonly<ShallowRef<ReadonlyMap<string, CompanyChannel>>>
  /** Null while unknown. */
  readonly count: Readonly<ShallowRef<number | null>>
}

export function useChannels(companyId: CompanyId): Channels {
  const byId = shallowRef<ReadonlyMap<string, CompanyChannel>>(new Map())
  const count = shallowRef<number | null>(null)
  const stop = followChannels(companyId, (changed) => {
    byId.value = new Map([...byId.value, ...changed.map((channel) => [channel.id, channel] as const)])
    count.value = byId.value.size
  })
  onScopeDispose(stop)
  return { byId, count }
}
