import type { Company } from '#shared/domain/company.ts'
import { isTimeZone } from '#shared/domain/timeZone.ts'
import { fromDayForm, toDayForm } from './dayForm.ts'
import type { DayForm } from './dayForm.ts'

type Settings = Pick<Company, 'name' | 'phone' | 'description' | 'timeZone' | 'hours' | 'hidden'>

/** The settings as their controls hold them. */
export interface CompanyForm {
  name: string
  phone: string
  description: string
  timeZone: string
  days: readonly DayForm[]
  hidden: boolean
}

export function toCompanyForm({ hours, name, phone, description, timeZone, hidden }: Settings): CompanyForm {
  return { name, phone, description, timeZone, hidden, days: hours.map(toDayForm) }
}

/** Whether it can be stored as it stands. */
export function isWhole({ name, timeZone, days }: CompanyForm): boolean {
  return name.trim() !== '' && isTimeZone(timeZone) && days.every((day) => fromDayForm(day) !== undefined)
}

function toSettings({ days, name, phone, description, timeZone, hidden }: CompanyForm): Settings {
  const hours = days.map((day) => fromDayForm(day) ?? null)
  return { name: name.trim(), phone: phone.trim(), description, timeZone, hidden, hours }
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
  }
}
