import { computed, reactive, ref } from 'vue'
import type { OwnCompany } from '#web/firebase/companies.ts'
import { useCompanies } from '#web/stores/useCompanies.ts'
import { useSession } from '#web/stores/useSession.ts'
import { listedCompanies } from './listedCompanies.ts'

/** With more companies than this a field narrows them down. */
const LISTED_WITHOUT_FILTER = 8

export interface CompanyChoice {
  filter: string
  showsHidden: boolean
  readonly isFilterShown: boolean
  readonly listed: readonly OwnCompany[]
  readonly hiddenCount: number
}

/** The companies a menu offers. */
export function useCompanyChoice(): CompanyChoice {
  const store = useCompanies()
  const session = useSession()
  const filter = ref('')
  const showsHidden = ref(false)

  function listedWith(typed: string): OwnCompany[] {
    const { companyId: currentId } = session
    return listedCompanies(store.companies, { currentId, filter: typed, showsHidden: showsHidden.value })
  }

  return reactive({
    filter,
    showsHidden,
    isFilterShown: computed(() => listedWith('').length > LISTED_WITHOUT_FILTER),
    listed: computed(() => listedWith(filter.value)),
    hiddenCount: computed(
      () => store.companies.filter(({ id, hidden }) => hidden && id !== session.companyId).length,
    ),
  })
}
