import type { CollectionName } from './collections.ts'

export type Comparison = '==' | 'in' | 'array-contains' | '<' | '<=' | '>' | '>='

/** A query's shape: which fields it compares and orders by. Values come when it is built. */
export interface QueryShape {
  readonly collection: CollectionName
  /** Over all companies at once. */
  readonly group?: true
  /** Members ask for what they see of it: `buildQuery` narrows it by a sight. */
  readonly seen?: true
  /** Members may narrow it further, by any of NARROWING_FIELDS. */
  readonly narrowed?: true
  /** One index for all its equalities: merging would walk through what other companies wrote. */
  readonly whole?: true
  readonly equals: readonly string[]
  readonly range?: readonly [field: string, comparison: '<' | '<=' | '>' | '>=']
  readonly order: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
}

/** Lists: to equal a value means to contain it. */
export const LIST_FIELDS: ReadonlySet<string> = new Set(['tags', 'searchTokens', 'tokens'])

export const NARROWING_FIELDS = ['channelId', 'tags', 'assigneeId', 'teamId'] as const
export type NarrowingField = (typeof NARROWING_FIELDS)[number]

const byInbound = [['sortAt', 'desc']] as const
const byCreation = [['createdAt', 'desc']] as const
const list = { collection: 'conversations', seen: true, narrowed: true } as const

/**
 * Every query the product makes, as data: both SDKs build from it, and so are the indexes.
 * Firestore merges indexes that share their order, so each equality costs one composite, not each combination.
 */
export const queries = {
  conversations: { ...list, equals: [], order: byInbound },
  conversationsByCreation: { ...list, equals: [], order: byCreation },
  conversationsInState: { ...list, equals: ['state'], order: byInbound },
  conversationsInStateByCreation: { ...list, equals: ['state'], order: byCreation },
  conversationsOfAssignee: { ...list, equals: ['state', 'assigneeId'], order: byInbound },
  conversationsOfAssigneeByCreation: { ...list, equals: ['state', 'assigneeId'], order: byCreation },
  conversationsUnanswered: { ...list, equals: ['unanswered'], order: byInbound },
  conversationsUnansweredByCreation: { ...list, equals: ['unanswered'], order: byCreation },
  conversationsReplied: { ...list, equals: ['repliedToBroadcast'], order: byInbound },
  conversationsRepliedByCreation: { ...list, equals: ['repliedToBroadcast'], order: byCreation },
  conversationsBlocked: { ...list, equals: ['blocked'], order: byInbound },
  conversationsBlockedByCreation: { ...list, equals: ['blocked'], order: byCreation },
  /** «Активные»: a message, either way, since a moment. */
  conversationsActive: { ...list, equals: [], range: ['lastMessageAt', '>='], order: byInbound },
  conversationsActiveByCreation: { ...list, equals: [], range: ['lastMessageAt', '>='], order: byCreation },
  /** Put off, and their moment has come. */
  conversationsToWake: {
    collection: 'conversations',
    group: true,
    equals: ['state'],
    range: ['snoozedUntilAt', '<='],
    order: [['snoozedUntilAt', 'asc']],
  },
  conversationsOfContact: { collection: 'conversations', seen: true, equals: ['contactId'], order: [] },
  conversationsOfTeam: { collection: 'conversations', seen: true, equals: ['teamId'], order: [] },
  contactsOfPhone: { collection: 'contacts', seen: true, equals: ['phone'], order: [] },
  contactsOfTag: { collection: 'contacts', equals: ['tags'], order: [] },
  conversationsOfTag: { collection: 'conversations', equals: ['tags'], order: [] },
  viewsOfTag: { collection: 'views', equals: ['narrowing.tag'], order: [] },
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
  /** Those whose words, or phone, hold what was typed. */
  contactsFound: {
    collection: 'contacts',
    seen: true,
    equals: ['searchTokens'],
    order: [['lastContactAt', 'desc']],
  },
  /** One conversation's messages that hold a stem. */
  messagesFound: { collection: 'messages', equals: ['tokens'], order: [['sentAt', 'desc']] },
  /** A company's, in whichever conversation. */
  companyMessagesFound: {
    collection: 'messages',
    group: true,
    whole: true,
    equals: ['companyId', 'tokens'],
    order: [['sentAt', 'desc']],
  },
  conversationEvents: { collection: 'conversationEvents', equals: [], order: [['at', 'desc']] },
  conversationEventsSince: {
    collection: 'conversationEvents',
    equals: [],
    range: ['at', '>='],
    order: [['at', 'desc']],
  },
  notes: { collection: 'notes', equals: [], order: byCreation },
  /** Whatever changed since: new, edited, deleted. */
  noteChanges: {
    collection: 'notes',
    equals: [],
    range: ['updatedAt', '>='],
    order: [['updatedAt', 'desc']],
  },
  /** Of one conversation, the next to leave first. */
  scheduledMessages: { collection: 'scheduledMessages', equals: [], order: [['sendAt', 'asc']] },
  scheduledDue: {
    collection: 'scheduledMessages',
    group: true,
    equals: ['state'],
    range: ['sendAt', '<='],
    order: [['sendAt', 'asc']],
  },
  /** A member's own, those he has last written in. */
  drafts: { collection: 'drafts', equals: [], order: [['updatedAt', 'desc']] },
  presence: { collection: 'presence', equals: [], range: ['expiresAt', '>'], order: [['expiresAt', 'asc']] },
  mutes: { collection: 'mutes', equals: [], order: [['mutedAt', 'desc']] },
  /** Of one member, the newest first. */
  mentions: { collection: 'mentions', equals: [], order: [['at', 'desc']] },
  /** His own and those shared with all. */
  views: { collection: 'views', equals: ['ownerId'], order: [['name', 'asc']] },
  channels: { collection: 'channels', equals: [], order: [['createdAt', 'asc']] },
  /** Those whose provider may have approved more by now. */
  channelsWithTemplatesDue: {
    collection: 'channels',
    group: true,
    equals: ['state'],
    range: ['templatesDueAt', '<='],
    order: [['templatesDueAt', 'asc']],
  },
  approvedTemplates: { collection: 'approvedTemplates', equals: [], order: [['name', 'asc']] },
  members: { collection: 'members', equals: [], order: [['name', 'asc']] },
  membersInRole: { collection: 'members', equals: ['role'], order: [] },
  memberActivity: { collection: 'memberActivity', equals: [], order: [['lastSeenAt', 'desc']] },
  /** Those whose page has been open since a moment. */
  membersSeenSince: {
    collection: 'memberActivity',
    equals: [],
    range: ['lastSeenAt', '>='],
    order: [['lastSeenAt', 'desc']],
  },
  tags: { collection: 'tags', equals: [], order: [['name', 'asc']] },
  teams: { collection: 'teams', equals: [], order: [['name', 'asc']] },
  /** Those in use: `deletedAt` is null. */
  templates: { collection: 'templates', equals: ['deletedAt'], order: [['name', 'asc']] },
  invitations: { collection: 'invitations', equals: [], order: [['sentAt', 'desc']] },
  invitationsInStateBy: { collection: 'invitations', equals: ['state', 'invitedBy'], order: [] },
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
  /** Begun some time ago, and nobody seems to be at it. */
  reassignmentsDue: {
    collection: 'reassignments',
    equals: [],
    range: ['dueAt', '<='],
    order: [['dueAt', 'asc']],
  },
  outboxForgotten: {
    collection: 'outbox',
    group: true,
    equals: ['state'],
    range: ['createdAt', '<'],
    order: [['createdAt', 'asc']],
  },
  templatesDeletedBefore: {
    collection: 'templates',
    group: true,
    equals: [],
    range: ['deletedAt', '<'],
    order: [['deletedAt', 'asc']],
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
