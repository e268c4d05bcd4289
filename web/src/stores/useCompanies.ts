import { defineStore } from 'pinia'
import { ref, shallowReactive, shallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { sightsOf } from '#shared/domain/sight.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { fetchOwnCompanies } from '#web/firebase/companies.ts'
import type { OwnCompany } from '#web/firebase/companies.ts'
import { countConversations } from '#web/firebase/conversations.ts'
import { useSession } from './useSession.ts'

/** The companies of the person signed in, for switchers; read when a menu first asks, and again after a minute. */
export const useCompanies = defineStore('companies', () => {
  const session = useSession()
  const companies = shallowRef<readonly OwnCompany[]>([])
  const isLoaded = ref(false)
  /** Absent while unknown. */
  const unanswered = shallowReactive(new Map<CompanyId, number>())
  let readFor = ''
  let readAt = 0
  let countedAt = 0

  async function load(): Promise<void> {
    const { userId, user } = session
    if (!userId || !user) return
    const wanted = [userId, ...user.companyIds].join(' ')
    if (wanted === readFor && Date.now() - readAt < MINUTE_MS) return
    readFor = wanted
    readAt = Date.now()
    const found = await fetchOwnCompanies(userId, user.companyIds).catch(() => null)
    if (wanted !== readFor) return
    if (!found) {
      forget()
      return
    }
    companies.value = found
    isLoaded.value = true
  }

  /** The next asking reads anew: something has just been changed. */
  function forget(): void {
    readAt = 0
    countedAt = 0
  }

  async function count(company: OwnCompany): Promise<void> {
    const counted = await countUnansweredIn(company, session.userId ?? '').catch(() => null)
    if (counted !== null) unanswered.set(company.id, counted)
  }

  async function countUnanswered(): Promise<void> {
    if (Date.now() - countedAt < MINUTE_MS) return
    countedAt = Date.now()
    await Promise.all(companies.value.map(count))
  }

  return { companies, isLoaded, unanswered, load, forget, countUnanswered }
})

/** Of those the person sees. */
function countUnansweredIn({ id, ...member }: OwnCompany, userId: string): Promise<number> {
  const sources = sightsOf(member, userId).map((sight) => ({ companyId: id, sight }))
  return countConversations(sources, { query: 'conversationsUnanswered', equals: [true] })
}
