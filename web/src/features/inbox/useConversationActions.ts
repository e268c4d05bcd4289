import type { Conversation } from '#shared/domain/conversation.ts'
import type { ConversationEventKind } from '#shared/domain/conversationEvent.ts'
import { changeConversation } from '#web/firebase/changeConversation.ts'
import type { ConversationFields } from '#web/firebase/changeConversation.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import { showToast } from '#web/ui/toasts.ts'
import { useInbox } from './inboxContext.ts'
import type { InboxContext } from './inboxContext.ts'
import { t } from './messages.ts'

interface Step {
  readonly kind: ConversationEventKind
  readonly fields: ConversationFields
  readonly from: string
  readonly to: string
}

export interface ConversationActions {
  /** Nobody needs to be told: it happens by looking. Refused when something newer has come in. */
  markRead(row: ConversationRow): Promise<boolean>
  markAnswered(row: ConversationRow): void
  archive(row: ConversationRow): void
  reopen(row: ConversationRow): void
  assign(row: ConversationRow, assigneeId: string): void
}

/** What a member may do to a conversation; each tells what it did and, where that makes sense, takes it back. */
export function useConversationActions(inbox: InboxContext = useInbox()): ConversationActions {
  const { companyId, member } = inbox

  function take(row: ConversationRow, step: Step): Promise<boolean> {
    const place = { companyId, conversationId: row.id }
    return changeConversation(place, { ...step, contactId: row.contactId, by: member.value }).then(
      () => true,
      () => false,
    )
  }

  async function takeOrTell(row: ConversationRow, step: Step) {
    if (!(await take(row, step))) showToast({ text: t('changeFailed') })
  }

  function act(row: ConversationRow, step: Step, toast: string, undo: Step) {
    showToast({ text: toast, action: { label: t('undo'), run: () => void takeOrTell(row, undo) } })
    void takeOrTell(row, step)
  }

  function moveTo(row: ConversationRow, state: Conversation['state']) {
    const toast = state === 'archived' ? t('archivedToast') : t('reopenedToast')
    act(row, stateStep(row.state, state), toast, stateStep(state, row.state))
  }

  return {
    markRead: (row) => take(row, { kind: 'read', fields: readFields(row), from: '', to: '' }),
    markAnswered(row) {
      const step: Step = { kind: 'answered', fields: answeredFields(row), from: '', to: '' }
      act(row, step, t('answeredToast'), { ...step, kind: 'unanswered', fields: marksOf(row) })
    },
    archive: (row) => {
      moveTo(row, 'archived')
    },
    reopen: (row) => {
      moveTo(row, 'open')
    },
    assign(row, to) {
      if (row.assigneeId === to) return
      act(row, assignStep(row.assigneeId, to), assignedWords(to, inbox), assignStep(to, row.assigneeId))
    },
  }
}

function assignedWords(to: string, { member, nameOf }: InboxContext): string {
  if (to === '') return t('unassignedToast')
  return to === member.value.id ? t('assignedToast') : t('assignedOtherToast', { name: nameOf(to) })
}

function stateStep(from: Conversation['state'], to: Conversation['state']): Step {
  return { kind: to === 'archived' ? 'archived' : 'reopened', fields: { state: to }, from, to }
}

function assignStep(from: string, to: string): Step {
  return { kind: 'assigned', fields: { assigneeId: to }, from, to }
}

function readFields({ lastInboundAt }: ConversationRow): ConversationFields {
  return { unreadCount: 0, readUpToAt: lastInboundAt }
}

function marksOf({
  unanswered,
  waitingSinceAt,
  unreadCount,
  readUpToAt,
}: ConversationRow): ConversationFields {
  return { unanswered, waitingSinceAt, unreadCount, readUpToAt }
}

function answeredFields(row: ConversationRow): ConversationFields {
  return { unanswered: false, waitingSinceAt: null, ...readFields(row) }
}
