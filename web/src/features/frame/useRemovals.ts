import { watch } from 'vue'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { forgetCompany } from '#web/firebase/forgetCompany.ts'
import { forgetStored } from '#web/firebase/outgoingStore.ts'
import { forgetOtherTraces, forgetTraces } from '#web/stores/forgetTraces.ts'
import { useCompanies } from '#web/stores/useCompanies.ts'
import { useSession } from '#web/stores/useSession.ts'
import { showToast } from '#web/ui/toasts.ts'
import { t } from './messages.ts'

/** Whichever page is open: what the person has of a company leaves this browser when he is in it no more. */
export function useRemovals(): void {
  const session = useSession()

  watch(
    () => session.user,
    (user, before) => {
      const { userId } = session
      if (!user || !userId) return
      if (before) tellOfGone(userId, before, user)
      else sweep(userId, user.companyIds)
    },
    { immediate: true },
  )

  // The page of the open one tells by itself; its frame, and every listener in it, is gone by then.
  watch(
    () => session.access,
    (access) => {
      const { companyId, userId } = session
      if (access === 'removed' && companyId && userId) forget(companyId, userId)
    },
    { flush: 'post' },
  )
}

function tellOfGone(userId: UserId, before: User, { companyIds }: User): void {
  const session = useSession()
  const { companies } = useCompanies()
  for (const id of before.companyIds.filter((each) => !companyIds.includes(each))) {
    if (id === session.companyId) continue
    const name = companies.find((company) => company.id === id)?.name
    forget(id, userId)
    if (id !== session.leaving) showToast({ text: name ? t('removed', { company: name }) : t('removedOne') })
  }
}

function forget(companyId: CompanyId, userId: UserId): void {
  forgetTraces(companyId)
  void forgetCompany(companyId, userId)
}

/** He may have been removed while no page was open. */
function sweep(userId: UserId, companyIds: readonly CompanyId[]): void {
  forgetOtherTraces(companyIds)
  // A private window may have no IndexedDB: then nothing lies there.
  forgetStored(userId, (companyId) => !companyIds.includes(companyId)).catch(() => undefined)
}
