import type { ThreadEvent } from '#web/firebase/conversationEvents.ts'
import { t } from './messages.ts'

interface Names {
  readonly memberId: string
  nameOf(userId: string): string
}

/** «Ирина Лаптева: диалог назначен на вас»; '' for what the thread does not show. */
export function eventWords(event: ThreadEvent, { memberId, nameOf }: Names): string {
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
      return assignedWords(event, name, { memberId, nameOf })
    case 'teamAssigned':
    case 'read':
      return ''
  }
}

function assignedWords({ to, by }: ThreadEvent, name: string, { memberId, nameOf }: Names): string {
  if (to === '') return t('eventUnassigned', { name })
  if (to === by) return t('eventTook', { name })
  return to === memberId ? t('eventAssignedYou', { name }) : t('eventAssigned', { name, to: nameOf(to) })
}
