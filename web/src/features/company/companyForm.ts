import type { Company } from '#shared/domain/company.ts'
import type { ContactField } from '#shared/domain/contactField.ts'
import { isTimeZone } from '#shared/domain/timeZone.ts'
import { fromDayForm, toDayForm } from './dayForm.ts'
import type { DayForm } from './dayForm.ts'

type Settings = Pick<
  Company,
  'name' | 'phone' | 'description' | 'timeZone' | 'hours' | 'hidden' | 'contactFields'
>

/** The settings as their controls hold them. */
export interface CompanyForm {
  name: string
  phone: string
  description: string
  timeZone: string
  days: readonly DayForm[]
  hidden: boolean
  contactFields: readonly ContactField[]
}

export function toCompanyForm({ hours, ...settings }: Settings): CompanyForm {
  const { name, phone, description, timeZone, hidden, contactFields } = settings
  return { name, phone, description, timeZone, hidden, contactFields, days: hours.map(toDayForm) }
}

/** Whether it can be stored as it stands. */
export function isWhole({ name, timeZone, days, contactFields }: CompanyForm): boolean {
  return (
    [{ name }, ...contactFields].every((named) => named.name.trim() !== '') &&
    isTimeZone(timeZone) &&
    days.every((day) => fromDayForm(day) !== undefined)
  )
}

function toSettings({ days, name, phone, contactFields: fields, ...form }: CompanyForm): Settings {
  const { description, timeZone, hidden } = form
  const hours = days.map((day) => fromDayForm(day) ?? null)
  const contactFields = fields.map((field) => ({ id: field.id, name: field.name.trim() }))
  return { name: name.trim(), phone: phone.trim(), description, timeZone, hidden, hours, contactFields }
}

/** What somebody else has stored meanwhile is taken over, but for what was changed here. */
export function takenOver(form: CompanyForm, before: Settings, now: Settings): CompanyForm {
  const [was, is] = [toCompanyForm(before), toCompanyForm(now)]
  const settled = <Name extends keyof CompanyForm>(name: Name): CompanyForm[Name] =>
    trimmed(form[name]) === trimmed(was[name]) ? is[name] : form[name]
  return {
    name: settled('name'),
    phone: settled('phone'),
    description: settled('description'),
    timeZone: settled('timeZone'),
    days: settled('days'),
    hidden: settled('hidden'),
    contactFields: settled('contactFields'),
  }
}

/** As text, without the spaces that are not stored either. */
function trimmed(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.trim() : part))
}

/** What differs from what is stored: all that is asked of the server. */
export function companyChanges(form: CompanyForm, stored: Settings): Partial<Settings> {
  const wanted = toSettings(form)
  const isSame = (field: keyof Settings): boolean =>
    JSON.stringify(wanted[field]) === JSON.stringify(stored[field])
  return {
    ...(!isSame('name') && { name: wanted.name }),
    ...(!isSame('phone') && { phone: wanted.phone }),
    ...(!isSame('description') && { description: wanted.description }),
    ...(!isSame('timeZone') && { timeZone: wanted.timeZone }),
    ...(!isSame('hours') && { hours: wanted.hours }),
    ...(!isSame('hidden') && { hidden: wanted.hidden }),
    ...(!isSame('contactFields') && { contactFields: wanted.contactFields }),
  }
}
