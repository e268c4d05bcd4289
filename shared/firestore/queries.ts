import type { CollectionName } from './collections.ts'

export type Comparison = '==' | '<' | '<=' | '>' | '>='

/** A query's shape: which fields it compares and orders by. Values come when it is built. */
export interface QueryShape {
  readonly collection: CollectionName
  /** Over all companies at once. */
  readonly group?: true
  /** Members ask for what they see of it: `buildQuery` narrows it by a sight. */
  readonly seen?: true
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
  conversations: { collection: 'conversations', seen: true, equals: [], order: byInbound },
  conversationsByCreation: { collection: 'conversations', seen: true, equals: [], order: byCreation },
  conversationsInState: { collection: 'conversations', seen: true, equals: ['state'], order: byInbound },
  conversationsInStateByCreation: {
    collection: 'conversations',
    seen: true,
    equals: ['state'],
    order: byCreation,
  },
  conversationsOfAssignee: {
    collection: 'conversations',
    seen: true,
    equals: ['state', 'assigneeId'],
    order: byInbound,
  },
  conversationsOfAssigneeByCreation: {
    collection: 'conversations',
    seen: true,
    equals: ['state', 'assigneeId'],
    order: byCreation,
  },
  conversationsUnanswered: {
    collection: 'conversations',
    seen: true,
    equals: ['unanswered'],
    order: byInbound,
  },
  conversationsUnansweredByCreation: {
    collection: 'conversations',
    seen: true,
    equals: ['unanswered'],
    order: byCreation,
  },
  /** «Активные»: written since a moment. */
  conversationsActive: {
    collection: 'conversations',
    seen: true,
    equals: [],
    range: ['sortAt', '>='],
    order: byInbound,
  },
  conversationsOfTeam: { collection: 'conversations', seen: true, equals: ['teamId'], order: [] },
  contactsOfTeam: { collection: 'contacts', equals: ['teamId'], order: [] },
  /** What came last through one channel. */
  conversationsOfChannel: {
    collection: 'conversations',
    seen: true,
    equals: ['channelId'],
    order: byInbound,
  },
  /** The newest change, to anchor the feed. */
  newestConversationChange: {
    collection: 'conversations',
    seen: true,
    equals: [],
    order: [['updatedAt', 'desc']],
  },
  /** Whatever changed since: the list's live half. */
  conversationChanges: {
    collection: 'conversations',
    seen: true,
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
  membersInRole: { collection: 'members', equals: ['role'], order: [] },
  memberActivity: { collection: 'memberActivity', equals: [], order: [['lastSeenAt', 'desc']] },
  teams: { collection: 'teams', equals: [], order: [['name', 'asc']] },
  invitations: { collection: 'invitations', equals: [], order: [['sentAt', 'desc']] },
  audit: { collection: 'audit', equals: [], range: ['at', '>='], order: [['at', 'desc']] },
  auditOfKind: { collection: 'audit', equals: ['kind'], range: ['at', '>='], order: [['at', 'desc']] },
  auditOfMember: { collection: 'audit', equals: ['by'], range: ['at', '>='], order: [['at', 'desc']] },
  auditOfKindAndMember: {
    collection: 'audit',
    equals: ['kind', 'by'],
    range: ['at', '>='],
    order: [['at', 'desc']],
  },
  widgetMessages: {
    collection: 'widgetMessages',
    equals: [],
    order: [
      ['sentAt', 'desc'],
      ['sequence', 'desc'],
      ['createdAt', 'desc'],
    ],
  },
  /** Who registered by one person's link. */
  referralsOf: { collection: 'referrals', equals: ['referrerId'], order: byCreation },
  /** Where a person was last. */
  newestDevice: { collection: 'devices', equals: [], order: [['lastUsedAt', 'desc']] },
  /** Handed in before a moment. */
  visitorFilesBefore: {
    collection: 'visitorFiles',
    equals: [],
    range: ['createdAt', '<'],
    order: [['createdAt', 'asc']],
  },
  /** Letters whose moment has come: new, put off, or left by a process that died. */
  mailsDue: {
    collection: 'mails',
    equals: ['state'],
    range: ['nextAttemptAt', '<='],
    order: [['nextAttemptAt', 'asc']],
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
