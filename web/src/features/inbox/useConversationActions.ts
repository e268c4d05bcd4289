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
  const { companyId, member, nameOf } = inbox

  function take(row: ConversationRow, step: Step): Promise<boolean> {
    const place = { companyId, conversationId: row.id }
    return changeConversation(place, { ...step, by: member.value }).then(
      () => true,
      () => false,
    )
  }

  async function act(row: ConversationRow, step: Step, toast: string, undo?: Step) {
    const action = undo && { label: t('undo'), run: () => void take(row, undo) }
    showToast({ text: toast, ...(action && { action }) })
    if (!(await take(row, step))) showToast({ text: t('changeFailed') })
  }

  function moveTo(row: ConversationRow, state: Conversation['state']) {
    const toast = state === 'archived' ? t('archivedToast') : t('reopenedToast')
    void act(row, stateStep(row.state, state), toast, stateStep(state, row.state))
  }

  function assigned(to: string): string {
    if (to === '') return t('unassignedToast')
    return to === member.value.id ? t('assignedToast') : t('assignedOtherToast', { name: nameOf(to) })
  }

  return {
    markRead: (row) => take(row, { kind: 'read', fields: readFields(row), from: '', to: '' }),
    markAnswered(row) {
      void act(row, { kind: 'answered', fields: answeredFields(row), from: '', to: '' }, t('answeredToast'))
    },
    archive: (row) => {
      moveTo(row, 'archived')
    },
    reopen: (row) => {
      moveTo(row, 'open')
    },
    assign(row, to) {
      if (row.assigneeId === to) return
      void act(row, assignStep(row.assigneeId, to), assigned(to), assignStep(to, row.assigneeId))
    },
  }
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

function answeredFields(row: ConversationRow): ConversationFields {
  return { unanswered: false, waitingSinceAt: null, ...readFields(row) }
}
