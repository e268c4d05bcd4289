import type { CompanyId } from '#shared/domain/ids.ts'
import { isTimeZone } from '#shared/domain/timeZone.ts'
import { useCompanies } from './useCompanies.ts'
import { useSession } from './useSession.ts'

/** This machine's. */
const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** By whose clock a company lives: the one that is open, or any of the person's; this machine's while that is unknown. */
export function useCompanyZone(): (companyId?: CompanyId) => string {
  const session = useSession()
  const companies = useCompanies()

  return (companyId) => {
    const isOpen = companyId === undefined || companyId === session.companyId
    const company = isOpen ? session.company : companies.companies.find(({ id }) => id === companyId)
    // An old browser does not know the newest names.
    return company && isTimeZone(company.timeZone) ? company.timeZone : ownZone()
  }
}
