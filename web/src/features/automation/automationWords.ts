import type { CompanyTeam } from '#web/firebase/teams.ts'
import type { AutomationForm } from './automationForm.ts'
import { t } from './messages.ts'

/** «По очереди, отдел «Продажи», только тем, кто на связи · приветствие»: what a channel does by itself, in a line. */
export function automationWords(form: AutomationForm, teams: readonly CompanyTeam[]): string {
  const replies = [
    form.greeting.trim() && t('withGreeting'),
    form.awayMessage.trim() && t('withAwayMessage'),
  ].filter((part) => part !== '')
  return [assignmentWords(form, teams), ...(replies.length > 0 ? replies : [t('noReplies')])].join(' · ')
}

function assignmentWords(
  { mode, teamId, onlineOnly }: AutomationForm,
  teams: readonly CompanyTeam[],
): string {
  if (mode === 'off') return t('notAssigned')
  const team = teams.find(({ id }) => id === teamId)
  return [t(mode), team && t('inTeam', { name: team.name }), onlineOnly && t('toThoseOnline')]
    .filter((part) => typeof part === 'string')
    .join(', ')
}
