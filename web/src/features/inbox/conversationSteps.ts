import type { ConversationEventKind } from '#shared/domain/conversationEvent.ts'
import type { ConversationFields } from '#web/firebase/changeConversation.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'

/** One change of a conversation, as its event will tell of it. */
export interface ConversationStep {
  readonly kind: ConversationEventKind
  readonly fields: ConversationFields
  readonly from: string
  readonly to: string
}

/** What may be done to a conversation, and how it is taken back; null where there is nothing to do. */
export interface Deed {
  stepOf(row: ConversationRow): ConversationStep | null
  undoOf(row: ConversationRow): ConversationStep
}

function readFields({ lastInboundAt }: ConversationRow): ConversationFields {
  return { unreadCount: 0, readUpToAt: lastInboundAt }
}

export function readStep(row: ConversationRow): ConversationStep {
  return { kind: 'read', fields: readFields(row), from: '', to: '' }
}

export const answering: Deed = {
  stepOf: (row) =>
    row.unanswered || row.unreadCount > 0
      ? {
          kind: 'answered',
          fields: { unanswered: false, waitingSinceAt: null, ...readFields(row) },
          from: '',
          to: '',
        }
      : null,
  undoOf: ({ unanswered, waitingSinceAt, unreadCount, readUpToAt }) => ({
    kind: 'unanswered',
    fields: { unanswered, waitingSinceAt, unreadCount, readUpToAt },
    from: '',
    to: '',
  }),
}

function opened(from: ConversationRow['state']): ConversationStep {
  return { kind: 'reopened', fields: { state: 'open', snoozedUntilAt: null }, from, to: 'open' }
}

function archived(from: ConversationRow['state']): ConversationStep {
  return { kind: 'archived', fields: { state: 'archived', snoozedUntilAt: null }, from, to: 'archived' }
}

function snoozed(from: ConversationRow['state'], until: number): ConversationStep {
  return {
    kind: 'snoozed',
    fields: { state: 'snoozed', snoozedUntilAt: until },
    from,
    to: String(until),
  }
}

/** Back to where it was; what was put off may be due meanwhile, then it is open. */
function restored({ state, snoozedUntilAt }: ConversationRow, from: ConversationRow['state']) {
  if (state === 'archived') return archived(from)
  const isStillDue = state === 'snoozed' && snoozedUntilAt !== null && snoozedUntilAt > Date.now()
  return isStillDue ? snoozed(from, snoozedUntilAt) : opened(from)
}

export const archiving: Deed = {
  stepOf: ({ state }) => (state === 'open' || state === 'snoozed' ? archived(state) : null),
  undoOf: (row) => restored(row, 'archived'),
}

export const reopening: Deed = {
  stepOf: ({ state, blocked }) =>
    !blocked && (state === 'archived' || state === 'snoozed') ? opened(state) : null,
  undoOf: (row) => restored(row, 'open'),
}

export function snoozing(until: number): Deed {
  return {
    stepOf: ({ state }) => (state === 'open' || state === 'snoozed' ? snoozed(state, until) : null),
    undoOf: (row) => restored(row, 'snoozed'),
  }
}

export const blocking: Deed = {
  stepOf: (row) =>
    row.blocked
      ? null
      : {
          kind: 'blocked',
          fields: {
            blocked: true,
            state: 'archived',
            snoozedUntilAt: null,
            unanswered: false,
            waitingSinceAt: null,
            ...readFields(row),
          },
          from: '',
          to: '',
        },
  undoOf: () => unblocked,
}

const unblocked: ConversationStep = {
  kind: 'unblocked',
  fields: { blocked: false, state: 'open' },
  from: '',
  to: '',
}

export const unblocking: Deed = {
  stepOf: ({ blocked }) => (blocked ? unblocked : null),
  undoOf: (row) => blocking.stepOf({ ...row, blocked: false }) ?? unblocked,
}

export function assigning(to: string): Deed {
  const step = (from: string, target: string): ConversationStep => ({
    kind: 'assigned',
    fields: { assigneeId: target },
    from,
    to: target,
  })
  return {
    stepOf: ({ assigneeId }) => (assigneeId === to ? null : step(assigneeId, to)),
    undoOf: ({ assigneeId }) => step(to, assigneeId),
  }
}

export function givingToTeam(to: string): Deed {
  const step = (from: string, target: string): ConversationStep => ({
    kind: 'teamAssigned',
    fields: { teamId: target },
    from,
    to: target,
  })
  return {
    stepOf: ({ teamId }) => (teamId === to ? null : step(teamId, to)),
    undoOf: ({ teamId }) => step(to, teamId),
  }
}
