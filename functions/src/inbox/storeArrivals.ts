import type { Contact } from '#shared/domain/contact.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import { afterInbound } from '#shared/domain/conversationChanges.ts'
import type { Message } from '#shared/domain/message.ts'
import { contactTokens, phoneTokens } from '#shared/domain/searchTokens.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { publicIdOf } from '#functions/platform/hashId.ts'
import { added, commitTime, increment } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { autoReplyTo } from './autoReplyTo.ts'
import { copiesOf } from './copiesOf.ts'
import { inboundMessageIdOf, mediaEntryIdOf, messageRefIdOf } from './ids.ts'
import { needsAssignee, queueAssignment } from './queueAssignment.ts'
import type { Arrival } from './toMessage.ts'
import { displayName, newConversation } from './toMessage.ts'
import { writeAutoReply } from './writeAutoReply.ts'

export type Stored = 'new' | 'duplicate'

/**
 * Writes what one conversation received, in one transaction: a message told twice is written once,
 * a stranger's first messages make one contact and one conversation.
 * A text in a known conversation costs 2 reads and 3 writes; what its channel answers, or orders to be assigned, more.
 */
export function storeArrivals(route: ChannelRoute, arrivals: readonly Arrival[]): Promise<Stored[]> {
  return transaction(async (unit) => {
    const [first] = arrivals
    if (!first) return []
    const { known, isStored } = await readKnown(unit, route, arrivals)
    const fresh = withoutDuplicates(arrivals, isStored)
    const quoted = await Promise.all(fresh.map((arrival) => resolveQuote(unit, route, arrival)))
    if (quoted.length > 0) {
      const contact = known ? undefined : await readContact(unit, route, first)
      const conversation = known ?? {
        ...newConversation(route, first, await freePublicId(unit, route, first)),
        ...copiesOf(contact),
      }
      const isNew = known === undefined
      const reply = autoReplyTo(route, conversation, quoted, isNew || conversation.state === 'empty')
      const told = { ...conversation, ...(reply?.kind === 'awayMessage' && { awayAt: reply.at }) }
      writeConversation(unit, route, first, told, quoted, isNew)
      writeContact(unit, route, conversation, quoted, known !== undefined || contact !== undefined)
      for (const arrival of quoted) writeMessage(unit, route, arrival)
      if (reply) writeAutoReply(unit, route, first.conversationId, reply)
      if (needsAssignee(route, conversation, isNew)) queueAssignment(unit, route, quoted[0] ?? first)
    }
    return arrivals.map((arrival) => (fresh.includes(arrival) ? 'new' : 'duplicate'))
  })
}

async function readKnown(unit: StoreTransaction, { companyId }: ChannelRoute, arrivals: readonly Arrival[]) {
  const conversationId = arrivals[0]?.conversationId ?? ''
  const [known, ...messages] = await unit.getAll<['conversations', ...'messages'[]]>(
    ['conversations', { companyId, conversationId }],
    ...arrivals.map(
      ({ message }) => ['messages', { companyId, conversationId, messageId: message.id }] as const,
    ),
  )
  return { known, isStored: (at: number) => messages[at] !== undefined }
}

function withoutDuplicates(arrivals: readonly Arrival[], isStored: (at: number) => boolean): Arrival[] {
  const seen = new Set<string>()
  return arrivals.filter(({ message }, at) => {
    const isFresh = !isStored(at) && !seen.has(message.id)
    seen.add(message.id)
    return isFresh
  })
}

/** Finds the quoted message here: the contact's own by its derived id, one of ours by its reference. */
async function resolveQuote(
  unit: StoreTransaction,
  { companyId }: ChannelRoute,
  arrival: Arrival,
): Promise<Arrival> {
  const { event, conversationId, message } = arrival
  if (!event.replyTo || !message.replyTo) return arrival
  const messageId = inboundMessageIdOf(conversationId, event.replyTo.externalId)
  const [theirs, ours] = await unit.getAll<['messages', 'messageRefs']>(
    ['messages', { companyId, conversationId, messageId }],
    ['messageRefs', { companyId, refId: messageRefIdOf(conversationId, event.replyTo.externalId) }],
  )
  const foundId = theirs ? messageId : ours?.messageId
  return foundId
    ? { ...arrival, message: { ...message, replyTo: { ...message.replyTo, messageId: foundId } } }
    : arrival
}

function readContact(
  unit: StoreTransaction,
  { companyId }: ChannelRoute,
  { contactId }: Arrival,
): Promise<Contact | undefined> {
  return unit.get('contacts', { companyId, contactId })
}

/** The integer the public API will know the conversation by; the index document makes it unique. */
async function freePublicId(
  unit: StoreTransaction,
  { companyId }: ChannelRoute,
  { conversationId }: Arrival,
): Promise<number> {
  const path = documentPath('conversations', { companyId, conversationId })
  for (let attempt = 0; ; attempt++) {
    const publicId = publicIdOf(path, attempt)
    const taken = await unit.get('publicIds', { publicIdKey: `conversation-${String(publicId)}` })
    if (!taken) return publicId
  }
}

function writeConversation(
  unit: StoreTransaction,
  { companyId }: ChannelRoute,
  { conversationId }: Arrival,
  conversation: Conversation,
  fresh: readonly Arrival[],
  isNew: boolean,
): void {
  const change = fresh.reduce<ReturnType<typeof afterInbound>>(
    (state, { message }) => afterInbound({ ...state, blocked: conversation.blocked }, message),
    conversation,
  )
  const place = ['conversations', { companyId, conversationId }] as const
  if (!isNew) {
    const { awayAt } = conversation
    unit.update(place, { ...change, ...(awayAt && { awayAt }), updatedAt: commitTime() })
    return
  }
  unit.create(place, { ...conversation, ...change, updatedAt: commitTime() })
  const publicIdKey = `conversation-${String(conversation.publicId)}`
  unit.create(['publicIds', { publicIdKey }], { path: documentPath(...place) })
}

function writeContact(
  unit: StoreTransaction,
  { companyId, channelId }: ChannelRoute,
  { assigneeId, teamId }: Conversation,
  fresh: readonly Arrival[],
  exists: boolean,
): void {
  const last = fresh.at(-1)
  if (!last) return
  const { sender } = last.event
  const place = ['contacts', { companyId, contactId: last.contactId }] as const
  const lastContactAt = last.message.createdAt
  const answered = { conversationId: last.conversationId, assigneeId, teamId }
  if (exists) {
    const phone = sender.phone
      ? { phone: sender.phone, searchTokens: added(...phoneTokens(sender.phone)) }
      : {}
    unit.update(place, { ...answered, lastContactAt, messageCount: increment(fresh.length), ...phone })
    return
  }
  const who = {
    name: displayName(sender),
    phone: sender.phone,
    identities: [{ channelId, externalId: sender.externalId, handle: sender.handle }],
  }
  unit.create(place, {
    ...who,
    searchTokens: contactTokens(who),
    note: '',
    tags: [],
    ...answered,
    lastContactAt,
    messageCount: fresh.length,
    createdAt: lastContactAt,
  })
}

function writeMessage(
  unit: StoreTransaction,
  { companyId, channelId }: ChannelRoute,
  arrival: Arrival,
): void {
  const { conversationId, message } = arrival
  const { id: messageId, ...document } = message
  unit.create(['messages', { companyId, conversationId, messageId }], {
    ...document,
    updatedAt: commitTime(),
  })
  if (!needsFetching(message)) return
  unit.create(['outbox', { companyId, entryId: mediaEntryIdOf(messageId) }], {
    target: 'media',
    channelId,
    conversationId,
    messageId,
    afterEntryId: '',
    state: 'queued',
    attempts: 0,
    createdBy: '',
    createdAt: message.createdAt,
  })
}

function needsFetching({ attachments }: Message | IdentifiedMessage): boolean {
  return attachments.some(({ state }) => state === 'pending')
}
