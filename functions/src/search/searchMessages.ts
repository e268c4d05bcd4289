import type { FoundMessage, FoundMessages, SearchMessagesRequest } from '#shared/api/search.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId, MessageId, UserId } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import type { Message } from '#shared/domain/message.ts'
import { isInSight, sightsOf } from '#shared/domain/sight.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { find, findAfter, getAll } from '#functions/store/store.ts'
import type { Found } from '#functions/store/store.ts'
import { openCursor, sealCursor } from './searchCursor.ts'
import type { Searcher } from './searchCursor.ts'
import { searchedText } from './messageTokens.ts'
import { snippet } from './snippet.ts'
import { stemsOf } from './stems.ts'

/** With as many conversations, the member, and where to go on from, that is sixty reads at most. */
const PAGE_SIZE = 28
const HITS_MAX_COUNT = 20
const STEMS_MAX_COUNT = 10

interface Viewer {
  readonly uid: UserId
  readonly member: Member | undefined
}

interface Row {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly message: Message
}

/** Of the messages that hold the longest word a page, and of it those that hold all words and are seen. */
export async function searchMessages(
  asked: SearchMessagesRequest,
  { uid, member }: Viewer,
): Promise<FoundMessages> {
  const { companyId, conversationId } = asked
  const sights = member ? sightsOf(member, uid) : []
  const opened = conversationId && (await readSeen(companyId, [conversationId], sights))
  if (opened?.size === 0) throw new DomainError('notFound')
  const stems = stemsOf(asked.text, STEMS_MAX_COUNT)
  if (stems.length === 0) return { hits: [], after: null }
  const searcher = { companyId, uid }
  const page = await readPage(asked, searcher, longestOf(stems))
  const fitting = page.filter(({ message }) => holdsAll(message, stems))
  const ids = [...new Set(fitting.map((row) => row.conversationId))]
  const seen = opened ?? (await readSeen(companyId, ids, sights))
  const hits = fitting.flatMap((row) => toHit(row, seen.get(row.conversationId), stems))
  return cut(searcher, hits, page)
}

/** What goes beyond a page of hits is found again by the next call. */
function cut(searcher: Searcher, hits: readonly FoundMessage[], page: readonly Row[]): FoundMessages {
  const shown = hits.slice(0, HITS_MAX_COUNT)
  const last = hits.length > shown.length ? shown.at(-1) : page[PAGE_SIZE - 1]
  return { hits: shown, after: last ? sealCursor(searcher, last) : null }
}

/** The fewest messages hold it, most likely. */
function longestOf(stems: readonly string[]): string {
  return stems.reduce((longest, stem) => (stem.length > longest.length ? stem : longest))
}

async function readPage(
  { companyId, conversationId, after }: SearchMessagesRequest,
  searcher: Searcher,
  token: string,
): Promise<Row[]> {
  const name = conversationId ? 'messagesFound' : 'companyMessagesFound'
  const values = { equals: conversationId ? [token] : [companyId, token] }
  const parent = { companyId, conversationId }
  const last = after && {
    companyId,
    ...openCursor(searcher, after),
    ...(conversationId && { conversationId }),
  }
  const found = last
    ? await findAfter(name, values, PAGE_SIZE, parent, ['messages', last])
    : await find(name, values, PAGE_SIZE, parent)
  return found.map(toRow)
}

function toRow({ id, path, data: message }: Found<'messages'>): Row {
  const conversationId = conversationIdSchema.parse(path.split('/').at(-3))
  return { messageId: messageIdSchema.parse(id), conversationId, message }
}

function holdsAll({ tokens = [], deletedAt }: Message, stems: readonly string[]): boolean {
  return deletedAt === undefined && stems.every((stem) => tokens.includes(stem))
}

async function readSeen(
  companyId: CompanyId,
  ids: readonly ConversationId[],
  sights: readonly Sight[],
): Promise<ReadonlyMap<ConversationId, Conversation>> {
  const places = ids.map((conversationId) => ({ companyId, conversationId }))
  const conversations = await getAll('conversations', places)
  return new Map(
    ids.flatMap((id, at) => {
      const conversation = conversations[at]
      return conversation && isInSight(sights, conversation) ? [[id, conversation] as const] : []
    }),
  )
}

function toHit(
  { messageId, conversationId, message }: Row,
  conversation: Conversation | undefined,
  stems: readonly string[],
): FoundMessage[] {
  if (!conversation) return []
  const { contactName, channelKind } = conversation
  const { direction, sentAt } = message
  const found = snippet(searchedText(message), stems)
  return [{ conversationId, messageId, contactName, channelKind, direction, sentAt, ...found }]
}
