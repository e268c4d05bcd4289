import { defineStore } from 'pinia'
import { ref, shallowReactive, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { sightsOf } from '#shared/domain/sight.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { followOwnCompanies } from '#web/firebase/companies.ts'
import type { OwnCompany } from '#web/firebase/companies.ts'
import { countConversations } from '#web/firebase/conversations.ts'
import { useSession } from './useSession.ts'

/** The companies of the person signed in, for switchers: live from when a menu or a page first asks. */
export const useCompanies = defineStore('companies', () => {
  const session = useSession()
  const companies = shallowRef<readonly OwnCompany[]>([])
  const isLoaded = ref(false)
  const counts = countsOf(companies)
  let followed = ''
  let loaded = Promise.resolve()
  let stop: (() => void) | undefined

  function take(found: readonly OwnCompany[]): void {
    if (JSON.stringify(found) !== JSON.stringify(companies.value)) companies.value = found
    isLoaded.value = true
  }

  /** Settles once they are known. */
  function load(): Promise<void> {
    const { userId, user } = session
    if (!userId || !user) return Promise.resolve()
    const wanted = [userId, ...user.companyIds].join(' ')
    if (wanted === followed) return loaded
    followed = wanted
    stop?.()
    loaded = new Promise((resolve) => {
      const onChanged = (found: readonly OwnCompany[]) => {
        take(found)
        resolve()
      }
      stop = followOwnCompanies(userId, user.companyIds, { onChanged, onRefused: session.askAccount })
    })
    return loaded
  }

  function leave(): void {
    stop?.()
    followed = ''
    companies.value = []
    isLoaded.value = false
  }

  const onUser = (user: unknown) => (user ? followed && load() : leave())
  watch(() => session.user, onUser)

  return { companies, isLoaded, load, ...counts }
})

/** How many conversations wait in each; asked at most once a minute. */
function countsOf(companies: Readonly<ShallowRef<readonly OwnCompany[]>>) {
  const session = useSession()
  /** Absent while unknown. */
  const unanswered = shallowReactive(new Map<CompanyId, number>())
  let countedAt = 0

  async function count(company: OwnCompany): Promise<void> {
    const counted = await countUnansweredIn(company, session.userId ?? '').catch(() => null)
    if (counted !== null) unanswered.set(company.id, counted)
  }

  return {
    unanswered,
    async countUnanswered() {
      if (Date.now() - countedAt < MINUTE_MS) return
      countedAt = Date.now()
      await Promise.all(companies.value.map(count))
    },
    /** The next asking counts anew: something has just been changed. */
    forget: () => (countedAt = 0),
  }
}

/** Of those the person sees. */
function countUnansweredIn({ id, ...member }: OwnCompany, userId: string): Promise<number> {
  const sources = sightsOf(member, userId).map((sight) => ({ companyId: id, sight }))
  return countConversations(sources, { query: 'conversationsUnanswered', equals: [true] })
}
