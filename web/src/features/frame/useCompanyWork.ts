import { onScopeDispose } from 'vue'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { SEEN_EVERY_MS } from '#shared/domain/member.ts'
import { connection } from '#web/firebase/connection.ts'
import { watchConnection } from '#web/firebase/liveness.ts'
import { noteSeen } from '#web/firebase/members.ts'
import { noteQueue, outgoingQueue } from '#web/firebase/outgoingQueue.ts'

/** What goes on as long as a member works in a company, or in several at once, whichever page he looks at. */
export function useCompanyWork(companyIds: readonly CompanyId[], memberId: UserId): void {
  const [first] = companyIds
  if (first) onScopeDispose(watchConnection(first))
  tellColleagues(companyIds, memberId)
  void outgoingQueue.recover(memberId)
  void noteQueue.recover(memberId)
}

/** A page that nobody looks at tells nothing. */
function tellColleagues(companyIds: readonly CompanyId[], memberId: UserId): void {
  function tell(): void {
    if (document.visibilityState === 'hidden' || connection.value === 'offline') return
    // A lost one is no loss: the next follows.
    for (const companyId of companyIds) noteSeen(companyId, memberId).catch(() => undefined)
  }

  tell()
  const timer = setInterval(tell, SEEN_EVERY_MS)
  document.addEventListener('visibilitychange', tell)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tell)
  })
}
