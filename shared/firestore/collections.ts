import type * as z from 'zod/mini'
import { channelSchema } from '#shared/domain/channel.ts'
import { auditEntrySchema } from '#shared/domain/auditEntry.ts'
import { approvedTemplateSchema } from '#shared/domain/approvedTemplate.ts'
import { companySchema } from '#shared/domain/company.ts'
import { contactSchema } from '#shared/domain/contact.ts'
import { conversationSchema } from '#shared/domain/conversation.ts'
import { conversationEventSchema } from '#shared/domain/conversationEvent.ts'
import { draftSchema } from '#shared/domain/draft.ts'
import { invitationSchema } from '#shared/domain/invitation.ts'
import { memberActivitySchema, memberSchema } from '#shared/domain/member.ts'
import { messageSchema } from '#shared/domain/message.ts'
import { noteSchema } from '#shared/domain/note.ts'
import { outboxEntrySchema, outboxLaneSchema, outboxPaceSchema } from '#shared/domain/outboxEntry.ts'
import { mentionSchema } from '#shared/domain/mention.ts'
import { muteSchema } from '#shared/domain/mute.ts'
import { presenceSchema } from '#shared/domain/presence.ts'
import { scheduledMessageSchema } from '#shared/domain/scheduledMessage.ts'
import { tagSchema } from '#shared/domain/tag.ts'
import { teamSchema } from '#shared/domain/team.ts'
import { templateSchema } from '#shared/domain/template.ts'
import { deviceSchema, userSchema } from '#shared/domain/user.ts'
import { viewSchema } from '#shared/domain/view.ts'
import { widgetMessageSchema, widgetSessionSchema, widgetSignalSchema } from '#shared/domain/widgetSession.ts'
import {
  apiTokenSchema,
  assignmentTurnSchema,
  authSessionSchema,
  captchaSolutionSchema,
  channelAccountSchema,
  credentialsSchema,
  deadLetterSchema,
  emailTokenSchema,
  invitationTokenSchema,
  mailSchema,
  messageRefSchema,
  publicIdSchema,
  rateLimitSchema,
  reassignmentSchema,
  referralCodeSchema,
  referralSchema,
  userEmailSchema,
  userPhoneSchema,
  userSecretsSchema,
  visitorFileSchema,
} from './serverDocuments.ts'

/**
 * Every collection there is. `memberMayChange`: the fields a member of the company (or, under
 * `users`, the person himself) may change by a direct write; `create`: what a client may add at all.
 * firestore.rules says under which conditions; an architecture test compares the two.
 */
export const collections = {
  users: {
    path: 'users/{userId}',
    schema: userSchema,
    memberMayChange: ['locale', 'theme', 'preferences'],
    clientCreates: false,
  },
  devices: {
    path: 'users/{userId}/devices/{deviceId}',
    schema: deviceSchema,
    memberMayChange: ['lastUsedAt'],
    clientCreates: false,
  },
  userSecrets: {
    path: 'users/{userId}/private/{document}',
    schema: userSecretsSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  userEmails: {
    path: 'userEmails/{emailHash}',
    schema: userEmailSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  userPhones: {
    path: 'userPhones/{phoneDigits}',
    schema: userPhoneSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  companies: {
    path: 'companies/{companyId}',
    schema: companySchema,
    memberMayChange: [],
    clientCreates: false,
  },
  members: {
    path: 'companies/{companyId}/members/{userId}',
    schema: memberSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  drafts: {
    path: 'companies/{companyId}/members/{userId}/drafts/{conversationId}',
    schema: draftSchema,
    memberMayChange: ['text', 'note', 'updatedAt'],
    clientCreates: true,
  },
  memberActivity: {
    path: 'companies/{companyId}/activity/{userId}',
    schema: memberActivitySchema,
    memberMayChange: ['lastSeenAt'],
    clientCreates: true,
  },
  mutes: {
    path: 'companies/{companyId}/members/{userId}/mutes/{conversationId}',
    schema: muteSchema,
    memberMayChange: [],
    clientCreates: true,
  },
  mentions: {
    path: 'companies/{companyId}/members/{userId}/mentions/{conversationId}',
    schema: mentionSchema,
    memberMayChange: ['noteId', 'by', 'byName', 'at'],
    clientCreates: true,
  },
  views: {
    path: 'companies/{companyId}/views/{viewId}',
    schema: viewSchema,
    memberMayChange: ['name', 'filter', 'narrowing'],
    clientCreates: true,
  },
  teams: {
    path: 'companies/{companyId}/teams/{teamId}',
    schema: teamSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  tags: {
    path: 'companies/{companyId}/tags/{tagId}',
    schema: tagSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  templates: {
    path: 'companies/{companyId}/templates/{templateId}',
    schema: templateSchema,
    memberMayChange: ['name', 'text', 'file', 'updatedAt', 'lastUsedAt', 'deletedAt'],
    clientCreates: true,
  },
  invitations: {
    path: 'companies/{companyId}/invitations/{invitationId}',
    schema: invitationSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  audit: {
    path: 'companies/{companyId}/audit/{auditEntryId}',
    schema: auditEntrySchema,
    memberMayChange: [],
    clientCreates: false,
  },
  channels: {
    path: 'companies/{companyId}/channels/{channelId}',
    schema: channelSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  channelCredentials: {
    path: 'companies/{companyId}/channels/{channelId}/private/{document}',
    schema: credentialsSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  approvedTemplates: {
    path: 'companies/{companyId}/channels/{channelId}/approvedTemplates/{approvedTemplateId}',
    schema: approvedTemplateSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  contacts: {
    path: 'companies/{companyId}/contacts/{contactId}',
    schema: contactSchema,
    memberMayChange: ['note', 'fields', 'assigneeId', 'teamId'],
    clientCreates: false,
  },
  conversations: {
    path: 'companies/{companyId}/conversations/{conversationId}',
    schema: conversationSchema,
    memberMayChange: [
      'state',
      'snoozedUntilAt',
      'blocked',
      'assigneeId',
      'teamId',
      'unreadCount',
      'readUpToAt',
      'unanswered',
      'waitingSinceAt',
      'lastEventId',
      'updatedAt',
    ],
    clientCreates: false,
  },
  messages: {
    path: 'companies/{companyId}/conversations/{conversationId}/messages/{messageId}',
    schema: messageSchema,
    memberMayChange: [],
    clientCreates: true,
  },
  conversationEvents: {
    path: 'companies/{companyId}/conversations/{conversationId}/events/{eventId}',
    schema: conversationEventSchema,
    memberMayChange: [],
    clientCreates: true,
  },
  notes: {
    path: 'companies/{companyId}/conversations/{conversationId}/notes/{noteId}',
    schema: noteSchema,
    memberMayChange: ['text', 'mentions', 'updatedAt', 'editedAt', 'deletedAt'],
    clientCreates: true,
  },
  scheduledMessages: {
    path: 'companies/{companyId}/conversations/{conversationId}/scheduled/{messageId}',
    schema: scheduledMessageSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  presence: {
    path: 'companies/{companyId}/conversations/{conversationId}/presence/{userId}',
    schema: presenceSchema,
    memberMayChange: ['name', 'activity', 'expiresAt'],
    clientCreates: true,
  },
  outbox: {
    path: 'companies/{companyId}/outbox/{entryId}',
    schema: outboxEntrySchema,
    memberMayChange: [],
    clientCreates: true,
  },
  outboxLanes: {
    path: 'companies/{companyId}/outboxLanes/{laneId}',
    schema: outboxLaneSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  outboxPaces: {
    path: 'companies/{companyId}/outboxPaces/{paceId}',
    schema: outboxPaceSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  assignmentTurns: {
    path: 'companies/{companyId}/assignmentTurns/{channelId}',
    schema: assignmentTurnSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  messageRefs: {
    path: 'companies/{companyId}/messageRefs/{refId}',
    schema: messageRefSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  deadLetters: {
    path: 'companies/{companyId}/deadLetters/{deadLetterId}',
    schema: deadLetterSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  channelAccounts: {
    path: 'channelAccounts/{accountHash}',
    schema: channelAccountSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  publicIds: {
    path: 'publicIds/{publicIdKey}',
    schema: publicIdSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  widgetSessions: {
    path: 'widgetSessions/{sessionId}',
    schema: widgetSessionSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  widgetMessages: {
    path: 'widgetSessions/{sessionId}/messages/{messageId}',
    schema: widgetMessageSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  widgetSignals: {
    path: 'widgetSessions/{sessionId}/signals/{signalId}',
    schema: widgetSignalSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  reassignments: {
    path: 'reassignments/{reassignmentId}',
    schema: reassignmentSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  visitorFiles: {
    path: 'visitorFiles/{fileId}',
    schema: visitorFileSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  authSessions: {
    path: 'authSessions/{sessionId}',
    schema: authSessionSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  captchaSolutions: {
    path: 'captchaSolutions/{solutionHash}',
    schema: captchaSolutionSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  invitationTokens: {
    path: 'invitationTokens/{tokenHash}',
    schema: invitationTokenSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  emailTokens: {
    path: 'emailTokens/{tokenHash}',
    schema: emailTokenSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  apiTokens: {
    path: 'apiTokens/{tokenHash}',
    schema: apiTokenSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  referralCodes: {
    path: 'referralCodes/{referralCode}',
    schema: referralCodeSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  referrals: {
    path: 'referrals/{userId}',
    schema: referralSchema,
    memberMayChange: [],
    clientCreates: false,
  },
  mails: { path: 'mails/{mailId}', schema: mailSchema, memberMayChange: [], clientCreates: false },
  rateLimits: {
    path: 'rateLimits/{limitId}',
    schema: rateLimitSchema,
    memberMayChange: [],
    clientCreates: false,
  },
} as const

export type CollectionName = keyof typeof collections

/** What one document of a collection holds, in domain form. */
export type DocumentOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>

/** The same before it is written: what its schema fills in may be left out. */
export type DocumentInputOf<Name extends CollectionName> = z.input<(typeof collections)[Name]['schema']>

type PlaceholderIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderIn<Rest>
  : never

/** The ids a document's path is made of. */
export type DocumentIds<Name extends CollectionName> = Record<
  PlaceholderIn<(typeof collections)[Name]['path']>,
  string
>

/** The path of one document: `documentPath('members', { companyId, userId })`. */
export function documentPath<Name extends CollectionName>(name: Name, ids: DocumentIds<Name>): string {
  const given: Record<string, string> = ids
  return collections[name].path.replace(/\{(\w+)\}/g, (_, key: string) => given[key] ?? '')
}

/** The path of a collection: that of its documents without the last segment. */
export function collectionPath<Name extends CollectionName>(
  name: Name,
  ids: Partial<Record<PlaceholderIn<(typeof collections)[Name]['path']>, string>>,
): string {
  const given: Partial<Record<string, string>> = ids
  const path = collections[name].path.replace(/\/\{\w+\}$/, '')
  return path.replace(/\{(\w+)\}/g, (_, key: string) => given[key] ?? '')
}
