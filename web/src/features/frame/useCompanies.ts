import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { fetchCompanies } from '#web/firebase/membership.ts'

export interface NamedCompany {
  readonly id: CompanyId
  readonly name: string
}

/** The companies a person may switch to, fetched when a menu first asks. */
export function useCompanies(): {
  readonly companies: Readonly<ShallowRef<readonly NamedCompany[]>>
  load(companyIds: readonly CompanyId[]): Promise<void>
} {
  const companies = shallowRef<readonly NamedCompany[]>([])
  return {
    companies,
    async load(companyIds) {
      companies.value = await fetchCompanies(companyIds)
    },
  }
}
