import type { CollectionName } from './collections.ts'

export type Comparison = '==' | '<' | '<=' | '>' | '>='

/** A query's shape: which fields it compares and orders by. Values come when it is built. */
export interface QueryShape {
  readonly collection: CollectionName
  /** Over all companies at once. */
  readonly group?: true
  readonly equals: readonly string[]
  readonly range?: readonly [field: string, comparison: Exclude<Comparison, '=='>]
  readonly order: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
}

const byInbound = [['sortAt', 'desc']] as const
const byCreation = [['createdAt', 'desc']] as const

/**
 * Every query the product makes, as data: both SDKs build from it, and so are the indexes.
 * Firestore merges indexes that share their order, so each equality costs one composite, not each combination.
 */
export const queries = {
  conversations: { collection: 'conversations', equals: [], order: byInbound },
  conversationsByCreation: { collection: 'conversations', equals: [], order: byCreation },
  conversationsInState: { collection: 'conversations', equals: ['state'], order: byInbound },
  conversationsInStateByCreation: { collection: 'conversations', equals: ['state'], order: byCreation },
  conversationsOfAssignee: { collection: 'conversations', equals: ['state', 'assigneeId'], order: byInbound },
  conversationsOfAssigneeByCreation: {
    collection: 'conversations',
    equals: ['state', 'assigneeId'],
    order: byCreation,
  },
  conversationsUnanswered: { collection: 'conversations', equals: ['unanswered'], order: byInbound },
  conversationsUnansweredByCreation: {
    collection: 'conversations',
    equals: ['unanswered'],
    order: byCreation,
  },
  /** «Активные»: written since a moment. */
  conversationsActive: { collection: 'conversations', equals: [], range: ['sortAt', '>='], order: byInbound },
  /** What came last through one channel. */
  conversationsOfChannel: { collection: 'conversations', equals: ['channelId'], order: byInbound },
  /** The newest change, to anchor the feed. */
  newestConversationChange: { collection: 'conversations', equals: [], order: [['updatedAt', 'desc']] },
  /** Whatever changed since: the list's live half. */
  conversationChanges: {
    collection: 'conversations',
    equals: [],
    range: ['updatedAt', '>='],
    order: [['updatedAt', 'desc']],
  },
  messages: {
    collection: 'messages',
    equals: [],
    order: [
      ['sentAt', 'desc'],
      ['sequence', 'desc'],
      ['createdAt', 'desc'],
    ],
  },
  /** Whatever changed since: new, late, edited, delivered. */
  messageChanges: {
    collection: 'messages',
    equals: [],
    range: ['updatedAt', '>='],
    order: [['updatedAt', 'desc']],
  },
  conversationEvents: { collection: 'conversationEvents', equals: [], order: [['at', 'desc']] },
  conversationEventsSince: {
    collection: 'conversationEvents',
    equals: [],
    range: ['at', '>='],
    order: [['at', 'asc']],
  },
  presence: { collection: 'presence', equals: [], range: ['expiresAt', '>'], order: [['expiresAt', 'asc']] },
  channels: { collection: 'channels', equals: [], order: [['createdAt', 'asc']] },
  members: { collection: 'members', equals: [], order: [['name', 'asc']] },
  widgetMessages: {
    collection: 'widgetMessages',
    equals: [],
    order: [
      ['sentAt', 'desc'],
      ['sequence', 'desc'],
      ['createdAt', 'desc'],
    ],
  },
  outboxForgotten: {
    collection: 'outbox',
    group: true,
    equals: ['state'],
    range: ['createdAt', '<'],
    order: [['createdAt', 'asc']],
  },
  outboxDue: {
    collection: 'outbox',
    group: true,
    equals: ['state'],
    range: ['nextAttemptAt', '<='],
    order: [['nextAttemptAt', 'asc']],
  },
  outboxLeaseExpired: {
    collection: 'outbox',
    group: true,
    equals: ['state'],
    range: ['leaseUntilAt', '<'],
    order: [['leaseUntilAt', 'asc']],
  },
} as const satisfies Record<string, QueryShape>

export type QueryName = keyof typeof queries
