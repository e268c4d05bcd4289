import type { ConversationEvent } from '#shared/domain/conversationEvent.ts'
import { t } from './messages.ts'
import { t as threadText } from './thread/messages.ts'
import { dayAndTime } from './moments.ts'

interface Names {
  readonly memberId: string
  readonly timeZone: string
  nameOf(userId: string): string
  teamNameOf(teamId: string): string
}

/** «Ирина Лаптева: диалог назначен на вас»; '' for what the thread does not show. */
export function eventWords(event: ConversationEvent, names: Names): string {
  const { memberId, timeZone } = names
  const name = event.by === memberId ? t('you') : event.byName
  switch (event.kind) {
    case 'archived':
      return threadText('eventArchived', { name })
    case 'reopened':
      return threadText(event.from === 'snoozed' ? 'eventRecalled' : 'eventReopened', { name })
    case 'answered':
      return threadText('eventAnswered', { name })
    case 'unanswered':
      return threadText('eventUnanswered', { name })
    case 'assigned':
      return assignedWords(event, name, names)
    case 'teamAssigned':
      return event.to
        ? threadText('eventTeam', { name, to: names.teamNameOf(event.to) })
        : threadText('eventTeamTaken', { name })
    case 'snoozed':
      return threadText('eventSnoozed', { name, until: dayAndTime(Number(event.to), timeZone) })
    case 'woken':
      return threadText('eventWoken')
    case 'blocked':
      return threadText('eventBlocked', { name })
    case 'unblocked':
      return threadText('eventUnblocked', { name })
    case 'renamed':
      return threadText('eventRenamed', { name, to: event.to })
    case 'tagged':
      return event.to
        ? threadText('eventTagged', { name, to: event.to })
        : threadText('eventUntagged', { name })
    case 'read':
    case 'noted':
      return ''
  }
}

function assignedWords({ to, by }: ConversationEvent, name: string, { memberId, nameOf }: Names): string {
  if (to === '') return threadText('eventUnassigned', { name })
  if (by === '')
    return to === memberId
      ? threadText('eventAutoAssignedYou')
      : threadText('eventAutoAssigned', { to: nameOf(to) })
  if (to === by) return threadText('eventTook', { name })
  return to === memberId
    ? threadText('eventAssignedYou', { name })
    : threadText('eventAssigned', { name, to: nameOf(to) })
}
