import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import { ONLINE_FOR_MS } from '#shared/domain/member.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { followActivity } from '#web/firebase/members.ts'

/** Who of a company has its page open; followed while somebody looks. */
export function useOnline(
  companyId: CompanyId,
  isLookedAt: Readonly<Ref<boolean>>,
): Readonly<ShallowRef<ReadonlySet<UserId>>> {
  const online = shallowRef<ReadonlySet<UserId>>(new Set())
  let stop: (() => void) | undefined

  function end() {
    stop?.()
    stop = undefined
  }

  watch(
    isLookedAt,
    (isLooked) => {
      end()
      if (!isLooked) return
      stop = followActivity(companyId, (activity) => {
        const there = activity.filter(({ lastSeenAt }) => lastSeenAt > Date.now() - ONLINE_FOR_MS)
        online.value = new Set(there.map(({ id }) => id))
      })
    },
    { immediate: true },
  )
  onScopeDispose(end)
  return online
}
