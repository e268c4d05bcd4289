import { firestore, toTimestamp } from '#functions/store/firestore.ts'
import type { NewDocument, Place } from '#functions/store/store.ts'
import { messageTokens } from '#functions/search/messageTokens.ts'
import { contactIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import type { ConversationId } from '#shared/domain/ids.ts'
import { contactTokens } from '#shared/domain/searchTokens.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { CollectionName } from '#shared/firestore/collections.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { toDocument } from '#shared/firestore/documents.ts'
import { inFlight } from './inFlight.ts'
import { CHANNEL_ID, COMPANY_ID } from './seedChannel.ts'
import { OPERATOR } from './seedCompany.ts'

/** Firestore takes five hundred writes at once. */
const BATCH_SIZE = 500
const BATCHES_AT_ONCE = 4

/** Among the newest none is the operator's own: what his filter shows has to be read. */
const NOBODYS_FIRST = 35

/** One in so many is written in the rare words that are searched for. */
const RARE_EVERY = 1000
export const RARE_NAME = 'Вероника'
export const RARE_WORD = 'гардероб'

const NAMES = ['Анна Светлова', 'Павел Гринёв', 'Ольга Нечаева', 'Дмитрий Лунин', 'Мария Ветрова']
const SENTENCES = [
  'Здравствуйте, подскажите, когда приедет курьер',
  'Спасибо, всё получили, до свидания',
  'Можно ли поменять размер на следующий',
  'Добрый день, счёт отправили на почту',
]

type Write = readonly [path: string, data: Record<string, unknown>]

function write<Name extends CollectionName>(place: Place<Name>, data: NewDocument<Name>): Write {
  return [documentPath(...place), toDocument(data, toTimestamp)]
}

export const conversationIdAt = (at: number): ConversationId =>
  conversationIdSchema.parse(`conversation${String(at)}`)

/** The newest that is the operator's own. */
export const firstOwn = conversationIdAt(36)

/** The newest conversation has the long thread. */
export const LONG_THREAD = conversationIdAt(0)

const contactIdAt = (at: number) => contactIdSchema.parse(`contact${String(at)}`)
const messageIdAt = (at: number) => messageIdSchema.parse(`message${String(at)}`)

function nameAt(at: number): string {
  const name = at % RARE_EVERY === 57 ? RARE_NAME : (NAMES[at % NAMES.length] ?? '')
  return `${name} ${String(at)}`
}

const phoneAt = (at: number): string => `+7900${String(1_000_000 + at)}`
const assigneeAt = (at: number): string => (at >= NOBODYS_FIRST && at % 2 === 0 ? OPERATOR.userId : '')

function conversation(at: number, now: number): Write {
  const moment = now - at * MINUTE_MS
  const text = SENTENCES[at % SENTENCES.length] ?? ''
  const author = { authorId: contactIdAt(at), authorName: nameAt(at) }
  return write(['conversations', { companyId: COMPANY_ID, conversationId: conversationIdAt(at) }], {
    contactId: contactIdAt(at),
    contactName: nameAt(at),
    contactPhone: phoneAt(at),
    channelId: CHANNEL_ID,
    channelKind: 'telegram',
    channelName: 'Bench',
    externalId: String(at),
    state: at > NOBODYS_FIRST && at % 10 === 9 ? 'archived' : 'open',
    unanswered: at % 3 === 0,
    waitingSinceAt: at % 3 === 0 ? moment : null,
    unreadCount: 0,
    readUpToAt: moment,
    assigneeId: assigneeAt(at),
    teamId: '',
    lastMessage: {
      id: messageIdAt(at),
      direction: 'inbound',
      kind: 'text',
      text,
      ...author,
      at: moment,
      sequence: 1,
    },
    lastMessageAt: moment,
    lastInboundAt: moment,
    sortAt: moment,
    tags: [],
    groupIds: [],
    blocked: false,
    publicId: at + 1,
    createdAt: moment,
    updatedAt: moment,
  })
}

function contact(at: number, now: number): Write {
  const moment = now - at * MINUTE_MS
  const person = {
    name: nameAt(at),
    phone: phoneAt(at),
    identities: [{ channelId: CHANNEL_ID, externalId: String(at), handle: '' }],
  }
  return write(['contacts', { companyId: COMPANY_ID, contactId: contactIdAt(at) }], {
    ...person,
    conversationId: conversationIdAt(at),
    assigneeId: assigneeAt(at),
    teamId: '',
    searchTokens: contactTokens(person),
    lastContactAt: moment,
    messageCount: 1,
    createdAt: moment,
  })
}

function message(at: number, now: number): Write {
  const moment = now - at * MINUTE_MS
  const rare = at % RARE_EVERY === 3 ? `, ${RARE_WORD} ещё есть` : ''
  const said = { text: `${SENTENCES[at % SENTENCES.length] ?? ''}${rare}, ${String(at)}`, attachments: [] }
  const isOwn = at % 3 === 1
  const ids = { companyId: COMPANY_ID, conversationId: LONG_THREAD, messageId: messageIdAt(at) }
  return write(['messages', ids], {
    direction: isOwn ? 'outbound' : 'inbound',
    kind: 'text',
    ...said,
    author: isOwn
      ? { type: 'member', id: OPERATOR.userId, name: OPERATOR.name }
      : { type: 'contact', id: contactIdAt(0), name: nameAt(0) },
    sentAt: moment,
    sequence: 0,
    createdAt: moment,
    updatedAt: moment,
    ...(isOwn && { delivery: { status: 'read' } }),
    tokens: messageTokens(said),
    companyId: COMPANY_ID,
  })
}

async function commit(writes: readonly Write[]): Promise<void> {
  const batch = firestore().batch()
  for (const [path, data] of writes) batch.set(firestore().doc(path), data)
  await batch.commit()
}

/** Past the rules, as an import would. */
function writeAll(count: number, at: (at: number) => readonly Write[]): Promise<void> {
  const perBatch = Math.floor(BATCH_SIZE / at(0).length)
  const begins = Array.from({ length: Math.ceil(count / perBatch) }, (_, batch) => batch * perBatch)
  return inFlight(BATCHES_AT_ONCE, begins, (begin) => {
    const size = Math.min(perBatch, count - begin)
    return commit(Array.from({ length: size }, (_, offset) => at(begin + offset)).flat())
  })
}

/** So many conversations with their contacts, and one thread of so many messages. */
export async function seedInbox(conversations: number, messages: number): Promise<void> {
  const now = Date.now()
  await writeAll(conversations, (at) => [conversation(at, now), contact(at, now)])
  await writeAll(messages, (at) => [message(at, now)])
}
