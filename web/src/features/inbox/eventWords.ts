import type { ThreadEvent } from '#web/firebase/conversationEvents.ts'
import { t } from './messages.ts'
import { dayAndTime } from './moments.ts'

interface Names {
  readonly memberId: string
  readonly timeZone: string
  nameOf(userId: string): string
  teamNameOf(teamId: string): string
}

/** «Ирина Лаптева: диалог назначен на вас»; '' for what the thread does not show. */
export function eventWords(event: ThreadEvent, names: Names): string {
  const { memberId, timeZone } = names
  const name = event.by === memberId ? t('you') : event.byName
  switch (event.kind) {
    case 'archived':
      return t('eventArchived', { name })
    case 'reopened':
      return t('eventReopened', { name })
    case 'answered':
      return t('eventAnswered', { name })
    case 'unanswered':
      return t('eventUnanswered', { name })
    case 'assigned':
      return assignedWords(event, name, names)
    case 'teamAssigned':
      return event.to
        ? t('eventTeam', { name, to: names.teamNameOf(event.to) })
        : t('eventTeamTaken', { name })
    case 'snoozed':
      return t('eventSnoozed', { name, until: dayAndTime(Number(event.to), timeZone) })
    case 'woken':
      return t('eventWoken')
    case 'blocked':
      return t('eventBlocked', { name })
    case 'unblocked':
      return t('eventUnblocked', { name })
    case 'renamed':
      return t('eventRenamed', { name, to: event.to })
    case 'tagged':
      return event.to ? t('eventTagged', { name, to: event.to }) : t('eventUntagged', { name })
    case 'read':
    case 'noted':
      return ''
  }
}

function assignedWords({ to, by }: ThreadEvent, name: string, { memberId, nameOf }: Names): string {
  if (to === '') return t('eventUnassigned', { name })
  if (by === '')
    return to === memberId ? t('eventAutoAssignedYou') : t('eventAutoAssigned', { to: nameOf(to) })
  if (to === by) return t('eventTook', { name })
  return to === memberId ? t('eventAssignedYou', { name }) : t('eventAssigned', { name, to: nameOf(to) })
}
