import { Timestamp, doc, setDoc, writeBatch } from 'firebase/firestore'
import type { WriteBatch } from 'firebase/firestore'
import { collections, collectionPath, documentPath } from '#shared/firestore/collections.ts'
import type { CollectionName } from '#shared/firestore/collections.ts'
import { toDocument } from '#shared/firestore/documents.ts'
import { anApprovedTemplate } from '#tests/builders/anApprovedTemplate.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aConversationEvent } from '#tests/builders/aConversationEvent.ts'
import { aDevice } from '#tests/builders/aDevice.ts'
import { aDraft } from '#tests/builders/aDraft.ts'
import { aMention } from '#tests/builders/aMention.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { aMute } from '#tests/builders/aMute.ts'
import { aNote } from '#tests/builders/aNote.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { anAuditEntry } from '#tests/builders/anAuditEntry.ts'
import { anInvitation } from '#tests/builders/anInvitation.ts'
import { anOutboxEntry } from '#tests/builders/anOutboxEntry.ts'
import { aPresence } from '#tests/builders/aPresence.ts'
import { aScheduledMessage } from '#tests/builders/aScheduledMessage.ts'
import { aTag } from '#tests/builders/aTag.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { aTemplate } from '#tests/builders/aTemplate.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { aView } from '#tests/builders/aView.ts'
import { aWidgetMessage } from '#tests/builders/aWidgetMessage.ts'
import { SIGNED_IN_AT, actors, sessionId } from './actors.ts'
import { connectFirestore } from './connections.ts'
import { freshId } from './freshId.ts'

/** A company of its own for one test, with one document in every collection. */
export interface World {
  readonly companyId: string
  readonly conversationId: string
  readonly channelId: string
  readonly contactId: string
  readonly teamId: string
  readonly messageId: string
  /** The document of a collection that is there; `id` names another one beside it. */
  document(name: CollectionName, id?: string): string
  collection(name: CollectionName): string
}

export const owner = connectFirestore('owner')

export function asDocument(data: unknown): Record<string, unknown> {
  return toDocument(data, (millis) => Timestamp.fromMillis(millis))
}

/** Writes past the rules, as functions do. */
export async function place(path: string, data: unknown): Promise<void> {
  await setDoc(doc(owner, path), asDocument(data))
}

const PLACEHOLDER = /\{(\w+)\}/g

function idsOf(companyId: string): Record<string, string> {
  const ids = new Set(
    Object.values(collections).flatMap(({ path }) =>
      [...path.matchAll(PLACEHOLDER)].map(([, id]) => id ?? ''),
    ),
  )
  return {
    ...Object.fromEntries([...ids].map((id) => [id, `${id}-${companyId}`])),
    companyId,
    sessionId,
    userId: actors.operator.sub,
  }
}

export function newWorld(): World {
  const ids = idsOf(freshId())
  const id = (name: string): string => ids[name] ?? ''
  const collection = (name: CollectionName) => collectionPath(name, ids)
  return {
    companyId: id('companyId'),
    conversationId: id('conversationId'),
    channelId: id('channelId'),
    contactId: id('contactId'),
    teamId: id('teamId'),
    messageId: id('messageId'),
    collection,
    document: (name, other) =>
      other === undefined
        ? documentPath(name, ids as Parameters<typeof documentPath>[1])
        : `${collection(name)}/${other}`,
  }
}

/** Everybody's member documents; the visitor's ought not to exist, and shall open nothing if it does. */
export function membersOf(world: World): [string, unknown][] {
  const valid = { sessionsValidAfterAt: SIGNED_IN_AT }
  return [
    [world.document('members', actors.operator.sub), aMember(valid)],
    [world.document('members', actors.admin.sub), aMember({ ...valid, role: 'admin', name: 'Анна Админ' })],
    [
      world.document('members', actors['signed-out member'].sub),
      aMember({ sessionsValidAfterAt: SIGNED_IN_AT + 1 }),
    ],
    [world.document('members', actors.visitor.sub), aMember(valid)],
    [`companies/outsiders/members/${actors.outsider.sub}`, aMember({ ...valid, role: 'admin' })],
  ]
}

function documentsOf(world: World): [string, unknown][] {
  const { channelId, contactId, conversationId } = world
  const assigneeId = actors.admin.sub
  return [
    [world.document('users'), aUser()],
    [world.document('companies'), aCompany()],
    [world.document('channels'), aChannel()],
    [world.document('approvedTemplates'), anApprovedTemplate()],
    [world.document('devices'), aDevice()],
    [world.document('memberActivity'), { lastSeenAt: AN_HOUR_AGO }],
    [world.document('tags'), aTag()],
    [world.document('teams'), aTeam()],
    [world.document('templates'), aTemplate()],
    [world.document('invitations'), anInvitation()],
    [world.document('audit'), anAuditEntry()],
    [world.document('contacts'), aContact({ conversationId, assigneeId })],
    [world.document('conversations'), aConversation({ channelId, contactId, assigneeId })],
    [world.document('conversationEvents'), aConversationEvent()],
    [world.document('messages'), aMessage()],
    [world.document('notes'), aNote()],
    [world.document('drafts'), aDraft()],
    [world.document('mentions'), aMention()],
    [world.document('mutes'), aMute()],
    [world.document('views'), aView()],
    [world.document('scheduledMessages'), aScheduledMessage()],
    [world.document('presence'), aPresence()],
    [world.document('outbox'), anOutboxEntry({ channelId, conversationId })],
    [world.document('widgetMessages'), aWidgetMessage()],
    [world.document('widgetSignals'), { at: AN_HOUR_AGO }],
  ]
}

/** Collections no client touches, whoever he is. */
export const SERVER_ONLY = [
  'userPhones',
  'userEmails',
  'userSecrets',
  'channelCredentials',
  'outboxLanes',
  'outboxPaces',
  'assignmentTurns',
  'messageRefs',
  'deadLetters',
  'channelAccounts',
  'publicIds',
  'widgetSessions',
  'reassignments',
  'visitorFiles',
  'authSessions',
  'captchaSolutions',
  'invitationTokens',
  'emailTokens',
  'apiTokens',
  'referralCodes',
  'referrals',
  'mails',
  'rateLimits',
] as const satisfies readonly CollectionName[]

function fill(batch: WriteBatch, documents: [string, unknown][]): WriteBatch {
  return documents.reduce((filled, [path, data]) => filled.set(doc(owner, path), asDocument(data)), batch)
}

export async function aWorld(): Promise<World> {
  const world = newWorld()
  const closed = SERVER_ONLY.map((name): [string, unknown] => [world.document(name), { anything: 1 }])
  await fill(writeBatch(owner), [...membersOf(world), ...documentsOf(world), ...closed]).commit()
  return world
}
