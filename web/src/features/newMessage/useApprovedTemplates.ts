import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { fetchApprovedTemplates } from '#web/firebase/approvedTemplates.ts'
import type { ChannelTemplate } from '#web/firebase/approvedTemplates.ts'
import { refreshApprovedTemplates } from '#web/firebase/newMessage.ts'
import { showToast } from '#web/ui/toasts.ts'
import { t } from './messages.ts'

export interface ApprovedTemplates {
  /** Those that may be sent; null while unknown. */
  readonly approved: ComputedRef<readonly ChannelTemplate[] | null>
  readonly pendingCount: ComputedRef<number>
  readonly isBusy: Readonly<Ref<boolean>>
  /** Asks the provider what he has approved by now. */
  refresh(): Promise<void>
}

export function useApprovedTemplates(companyId: CompanyId, channelId: () => ChannelId): ApprovedTemplates {
  const all = shallowRef<readonly ChannelTemplate[] | null>(null)
  const isBusy = shallowRef(false)

  async function load(id: ChannelId) {
    const found = await fetchApprovedTemplates(companyId, id).catch(() => [])
    if (id === channelId()) all.value = found
  }

  async function refresh() {
    isBusy.value = true
    try {
      await refreshApprovedTemplates({ companyId, channelId: channelId() })
      await load(channelId())
    } catch {
      showToast({ text: t('notRefreshed') })
    }
    isBusy.value = false
  }

  watch(
    channelId,
    (id) => {
      all.value = null
      void load(id)
    },
    { immediate: true },
  )
  const inState = (wanted: ChannelTemplate['state']) =>
    all.value?.filter(({ state }) => state === wanted) ?? null
  return {
    approved: computed(() => inState('approved')),
    pendingCount: computed(() => inState('pending')?.length ?? 0),
    isBusy,
    refresh,
  }
}
