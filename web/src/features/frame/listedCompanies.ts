import type { OwnCompany } from '#web/firebase/companies.ts'

export interface CompanyWish {
  readonly currentId: string | null
  readonly filter: string
  readonly showsHidden: boolean
}

/** By name; hidden ones only when asked for, or while one works in them. */
export function listedCompanies(
  companies: readonly OwnCompany[],
  { currentId, filter, showsHidden }: CompanyWish,
): OwnCompany[] {
  const asked = filter.trim().toLocaleLowerCase()
  return companies
    .filter(({ id, hidden }) => showsHidden || !hidden || id === currentId)
    .filter(({ name }) => name.toLocaleLowerCase().includes(asked))
    .sort((a, b) => a.name.localeCompare(b.name, 'ru'))
}
