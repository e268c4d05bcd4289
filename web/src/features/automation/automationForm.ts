import type { BusinessHours } from '#shared/domain/businessHours.ts'
import type { Assignment, Channel } from '#shared/domain/channel.ts'

export type Automation = Pick<Channel, 'assignment' | 'greeting' | 'awayMessage' | 'hours'>

/** A channel's settings as their controls hold them. */
export interface AutomationForm extends Assignment {
  greeting: string
  awayMessage: string
  /** null = the company's; undefined while a day of the channel's own has no beginning or no end. */
  hours: BusinessHours | null | undefined
}

export function toAutomationForm({ assignment, greeting, awayMessage, hours }: Automation): AutomationForm {
  return { ...assignment, greeting, awayMessage, hours }
}

/** Whether it can be stored as it stands. */
export function isWhole({ hours }: AutomationForm): boolean {
  return hours !== undefined
}

function toAutomation(form: AutomationForm): Automation {
  const { mode, teamId, onlineOnly, greeting, awayMessage, hours = null } = form
  const assignment = { mode, teamId, onlineOnly }
  return { assignment, greeting: greeting.trim(), awayMessage: awayMessage.trim(), hours }
}

/** What differs from what is stored: all that is asked of the server. */
export function automationChanges(form: AutomationForm, stored: Automation): Partial<Automation> {
  const wanted = toAutomation(form)
  const before = toAutomation(toAutomationForm(stored))
  const isSame = (field: keyof Automation): boolean =>
    JSON.stringify(wanted[field]) === JSON.stringify(before[field])
  return {
    ...(!isSame('assignment') && { assignment: wanted.assignment }),
    ...(!isSame('greeting') && { greeting: wanted.greeting }),
    ...(!isSame('awayMessage') && { awayMessage: wanted.awayMessage }),
    ...(!isSame('hours') && { hours: wanted.hours }),
  }
}
