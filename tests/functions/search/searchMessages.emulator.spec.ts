import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messageTokens } from '#functions/search/messageTokens.ts'
import { sealCursor } from '#functions/search/searchCursor.ts'
import { searchMessages } from '#functions/search/searchMessages.ts'
import { cost } from '#functions/store/cost.ts'
import { set } from '#functions/store/store.ts'
import type { SearchMessagesRequest } from '#shared/api/search.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { companyIdSchema, conversationIdSchema, messageIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import type { Message } from '#shared/domain/message.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { aNote } from '#tests/builders/aNote.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('search')
const companyId = companyIdSchema.parse('ours')
const ME = userIdSchema.parse('me')

const idOf = (id: string) => conversationIdSchema.parse(id)

function place(id: string, change: Partial<Conversation> = {}, company = companyId): Promise<void> {
  return set(['conversations', { companyId: company, conversationId: id }], aConversation(change))
}

let count = 0
async function write(id: string, text: string, change: Partial<Message> = {}, company = companyId) {
  const messageId = `message-${String(count++)}`
  const message = aMessage({ text, sentAt: AN_HOUR_AGO + count, ...change })
  const found = { companyId: company, tokens: messageTokens(message) }
  await set(['messages', { companyId: company, conversationId: id, messageId }], { ...message, ...found })
  return messageIdSchema.parse(messageId)
}

function search(
  text: string,
  asked: Partial<SearchMessagesRequest> = {},
  member: Partial<Member> = { visibility: 'all' },
) {
  return searchMessages({ companyId, text, ...asked }, { uid: ME, member: aMember(member) })
}

const snippetsOf = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).hits.map(({ snippet }) => snippet)

beforeAll(() => project.clear())
afterAll(() => project.close())

describe('searchMessages', () => {
  beforeEach(async () => {
    await project.clear()
    await place('anna', { contactName: 'Анна', assigneeId: 'me', teamId: 'sales' })
    await place('pavel', { contactName: 'Павел', assigneeId: 'olga', teamId: 'stock' })
    await write('anna', 'Где мой заказ?')
    await write('pavel', 'Хочу изменить заказы', { direction: 'outbound' })
  })

  it('finds a word in another form, the newest first, and tells whose it is', async () => {
    const { hits, after } = await search('заказами')
    expect(hits).toMatchObject([
      { conversationId: 'pavel', contactName: 'Павел', channelKind: 'telegram', direction: 'outbound' },
      { conversationId: 'anna', contactName: 'Анна', direction: 'inbound', snippet: 'Где мой заказ?' },
    ])
    expect(hits[1]?.ranges).toEqual([{ start: 8, end: 13 }])
    expect(after).toBeNull()
  })

  it('wants every word', async () => {
    expect(await snippetsOf('изменение заказа')).toEqual([])
    expect(await snippetsOf('изменить заказа')).toEqual(['Хочу изменить заказы'])
  })

  it('has nothing for words that are in every message', async () => {
    expect(await search('где мой')).toEqual({ hits: [], after: null })
  })

  it('finds a document by its name, and a deleted message by nothing', async () => {
    await write('anna', '', { attachments: [anAttachment({ kind: 'document', name: 'Договор.pdf' })] })
    await write('anna', 'Договор уже не нужен', { deletedAt: AN_HOUR_AGO })
    expect(await snippetsOf('договоры')).toEqual(['Договор.pdf'])
  })

  it.each<[Member['visibility'], readonly string[], readonly string[]]>([
    ['own', [], ['Анна']],
    ['team', ['stock'], ['Павел', 'Анна']],
    ['team', ['support'], ['Анна']],
    ['all', [], ['Павел', 'Анна']],
  ])('shows a member who sees %s of teams %j what he sees', async (visibility, teamIds, names) => {
    const member = aMember({ visibility, teamIds: [...teamIds] })
    const { hits } = await search('заказ', {}, member)
    expect(hits.map(({ contactName }) => contactName)).toEqual(names)
  })

  it('tells nothing of a conversation he does not see, as if it were not there', async () => {
    const own = { visibility: 'own' } as const
    await expect(search('заказ', { conversationId: idOf('pavel') }, own)).rejects.toThrow(DomainError)
    await expect(search('заказ', { conversationId: idOf('nobody') })).rejects.toThrow(DomainError)
  })

  it('stays in the company that was asked for', async () => {
    const theirs = companyIdSchema.parse('theirs')
    await place('strange', {}, theirs)
    await write('strange', 'Заказ чужой', {}, theirs)
    expect(await snippetsOf('заказ')).toHaveLength(2)
    const elsewhere = { conversationId: idOf('strange') }
    await expect(search('заказ', elsewhere)).rejects.toThrow(DomainError)
  })

  it('stays in the conversation that was asked for', async () => {
    expect(await snippetsOf('заказ', { conversationId: idOf('anna') })).toEqual(['Где мой заказ?'])
  })

  it('goes on where it ended, each message once', async () => {
    for (let at = 0; at < 45; at++) await write('anna', `Заказ ${String(at)}`, { sentAt: AN_HOUR_AGO })
    const found: string[] = []
    let after: SearchMessagesRequest['after']
    for (let page = 0; page < 5; page++) {
      const answer = await search('заказ', { conversationId: idOf('anna'), ...(after && { after }) })
      found.push(...answer.hits.map(({ messageId }) => messageId))
      if (!answer.after) break
      after = answer.after
    }
    expect(new Set(found).size).toBe(46)
    expect(found).toHaveLength(46)
  })

  it('ends where it was to go on from a message that is gone', async () => {
    const gone = { conversationId: idOf('anna'), messageId: messageIdSchema.parse('gone') }
    const after = sealCursor({ companyId, uid: ME }, gone)
    expect(await search('заказ', { after })).toEqual({ hits: [], after: null })
  })

  it('names no message its searcher does not see, and goes on past it', async () => {
    for (let at = 0; at < 30; at++) await write('pavel', 'Заказ')
    const own = { visibility: 'own' } as const
    const first = await search('заказ', {}, own)
    expect(first.hits).toEqual([])
    const read = Buffer.from(first.after ?? '', 'base64').toString('latin1')
    expect([first.after, read].join()).not.toMatch(/pavel|message/)
    expect(await snippetsOf('заказ', { after: first.after ?? '' }, own)).toEqual(['Где мой заказ?'])
  })

  it('goes on from nowhere but where it ended itself', async () => {
    const place = { conversationId: idOf('anna'), messageId: messageIdSchema.parse('m0') }
    const others = sealCursor({ companyId, uid: userIdSchema.parse('olga') }, place)
    for (const after of [others, 'anna'])
      await expect(search('заказ', { after })).rejects.toThrow(InvalidInputError)
  })

  it('reads sixty documents at most, each message in a conversation of its own', async () => {
    for (let at = 0; at < 70; at++) {
      await place(`c${String(at)}`)
      await write(`c${String(at)}`, 'Заказ')
    }
    const first = await search('заказ')
    cost.reads = 0
    const next = await search('заказ', { after: first.after ?? undefined })
    expect(next.hits).toHaveLength(20)
    // The door reads the member.
    expect(cost.reads + 1).toBeLessThanOrEqual(60)
  })

  it('finds nothing that was written for members alone', async () => {
    const note = aNote({ text: 'Заказ подозрительный' })
    await set(['notes', { companyId, conversationId: 'anna', noteId: 'n1' }], note)
    expect(await snippetsOf('подозрительный')).toEqual([])
  })
})
