import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { followChannels } from '#web/firebase/channels.ts'
import type { CompanyChannel } from '#web/firebase/channels.ts'

/** The company's channels, live; null until they are known. */
export function useChannels(companyId: CompanyId): Readonly<ShallowRef<readonly CompanyChannel[] | null>> {
  const channels = shallowRef<readonly CompanyChannel[] | null>(null)
  const known = new Map<string, CompanyChannel>()
  onScopeDispose(
    followChannels(companyId, (changed) => {
      for (const channel of changed) known.set(channel.id, channel)
      channels.value = [...known.values()]
    }),
  )
  return channels
}
