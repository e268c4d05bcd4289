import type * as z from 'zod/mini'
import type { changeCompanyContract } from '#shared/api/companies.ts'
import type { BusinessHours } from '#shared/domain/businessHours.ts'
import type { Company } from '#shared/domain/company.ts'
import type { ContactField } from '#shared/domain/contactField.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { truncate } from '#shared/domain/truncate.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { hoursInWords } from './hoursInWords.ts'

type ChangeCompany = z.infer<(typeof changeCompanyContract)['request']>

/** Changes what is named and different, and notes it with what it was; does nothing where nothing is. */
export function changeCompany(
  { companyId, ...wanted }: ChangeCompany,
  actor: Actor,
  now = Date.now(),
): Promise<void> {
  return contendedTransaction(async (unit) => {
    const company = await unit.get('companies', { companyId })
    if (!company) throw new DomainError('notFound')
    const next = settingsAfter(company, wanted)
    const details = differences(company, next)
    if (Object.keys(details).length === 0) return
    unit.update(['companies', { companyId }], next)
    writeAudit(unit, companyId, { kind: 'companyChanged', ...actor, subject: next.name, details }, now)
  })
}

const FIELDS = ['name', 'phone', 'description', 'timeZone', 'hours', 'hidden', 'contactFields'] as const
type Settings = Pick<Company, (typeof FIELDS)[number]>

function settingsAfter(company: Company, wanted: Omit<ChangeCompany, 'companyId'>): Settings {
  return {
    name: wanted.name ?? company.name,
    phone: wanted.phone ?? company.phone,
    description: wanted.description ?? company.description,
    timeZone: wanted.timeZone ?? company.timeZone,
    hours: wanted.hours ?? company.hours,
    hidden: wanted.hidden ?? company.hidden,
    contactFields: wanted.contactFields ?? company.contactFields,
  }
}

const LONGEST = 200

/** For each field that differs what it is, and what it was: `name`, `nameBefore`. */
function differences(before: Settings, after: Settings): Record<string, string> {
  const details: Record<string, string> = {}
  for (const field of FIELDS) {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue
    const [was, is] = [inWords(before[field]), inWords(after[field])]
    details[field] = truncate(is, LONGEST)
    details[`${field}Before`] = truncate(was, LONGEST)
  }
  return details
}

function inWords(value: Settings[(typeof FIELDS)[number]]): string {
  if (!Array.isArray(value)) return String(value)
  return isFields(value) ? value.map(({ name }) => name).join(', ') : hoursInWords(value)
}

/** Hours have seven days; a day off is null, any other has no name. */
function isFields(value: BusinessHours | readonly ContactField[]): value is ContactField[] {
  return value.every((each) => each !== null && 'name' in each)
}
