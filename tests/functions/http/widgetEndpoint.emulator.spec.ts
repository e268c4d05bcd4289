import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { readFileLink } from '#functions/files/fileLink.ts'
import { conversationIdOf, inboundMessageIdOf } from '#functions/inbox/ids.ts'
import { readFile } from '#functions/store/files.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set, update } from '#functions/store/store.ts'
import { widgetMailbox } from '#functions/store/widgetMailbox.ts'
import {
  fileAnswerSchema,
  fileLinkAnswerSchema,
  messageAnswerSchema,
  openAnswerSchema,
} from '#shared/api/widget.ts'
import type { OpenAnswer } from '#shared/api/widget.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { serveFunction } from '../serveFunction.ts'

const project = useEmulatorProject('widget')
let served: Awaited<ReturnType<typeof serveFunction>>
let route: ChannelRoute

const WIDGET = 'teply-dom-widget'
const look = { title: 'Тёплый дом', greeting: 'Здравствуйте. Чем помочь?', colour: '#8a4b2a' }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  await project.clear()
  const secret = 'the-secret-of-the-widget-on-teply-dom'
  route = await connectedChannel({ ...look, secret }, { kind: 'widget', accountId: WIDGET })
  await connectedChannel(
    { ...look, secret: 'the-secret-of-another-company-s-widget' },
    { kind: 'widget', accountId: 'other-widget', companyId: 'other', channelId: 'other' },
  )
  served = await serveFunction('widget', 5976)
})
beforeEach(async () => {
  for (const name of ['widgetSessions', 'rateLimits', `companies/${route.companyId}/conversations`]) {
    await firestore().recursiveDelete(firestore().collection(name))
  }
})
afterAll(async () => {
  await served.stop()
  await project.close()
})

type Headers = Record<string, string>

function post(path: string, body: unknown, headers: Headers = {}): Promise<Response> {
  const isBytes = body instanceof Uint8Array
  return fetch(`${served.url}/widget/${path}`, {
    method: 'POST',
    headers: { 'content-type': isBytes ? 'application/octet-stream' : 'application/json', ...headers },
    body: isBytes ? new Blob([new Uint8Array(body)]) : typeof body === 'string' ? body : JSON.stringify(body),
  })
}

async function read<Answer>(schema: z.ZodMiniType<Answer>, response: Response): Promise<Answer> {
  expect(response.status).toBe(200)
  return schema.parse(await response.json())
}

async function open(more = {}, headers: Headers = {}): Promise<OpenAnswer> {
  return read(openAnswerSchema, await post('open', { widgetId: WIDGET, ...more }, headers))
}

function headersOf(
  { sessionId, sessionToken }: Pick<OpenAnswer, 'sessionId' | 'sessionToken'>,
  widget = WIDGET,
): Headers {
  return { 'x-widget-id': widget, 'x-widget-session': sessionId, 'x-widget-token': sessionToken }
}

const message = (id: string, more = {}) => ({ type: 'message', id, text: `Вопрос ${id}`, ...more })

async function sent(visitor: OpenAnswer, id: string, more = {}): Promise<string> {
  return (await read(messageAnswerSchema, await post('messages', message(id, more), headersOf(visitor))))
    .messageId
}

const conversationId = (sessionId: string) => conversationIdOf(route.channelId, sessionId)
const conversation = (sessionId: string) =>
  get('conversations', { companyId: route.companyId, conversationId: conversationId(sessionId) })

async function countOf(collection: string): Promise<number> {
  return (await firestore().collectionGroup(collection).count().get()).data().count
}

function uidIn(customToken: string): unknown {
  const claims: unknown = JSON.parse(Buffer.from(customToken.split('.')[1] ?? '', 'base64url').toString())
  return z.object({ uid: z.string() }).parse(claims).uid
}

/** An answer that was handed to the visitor, as sending leaves it. */
async function answered(sessionId: string, id: string, attachments: { path: string }[] = []): Promise<void> {
  const messageId = messageIdSchema.parse(id)
  const place = { companyId: route.companyId, conversationId: conversationId(sessionId), messageId }
  const files = attachments.map(({ path }) => ({
    id: `file-of-${id}`,
    kind: 'document' as const,
    name: 'прайс.pdf',
    contentType: 'application/pdf',
    size: 10,
    state: 'ready' as const,
    path,
  }))
  const stored = anOutboundMessage({ attachments: files, delivery: { status: 'sent' }, externalId: id })
  await set(['messages', place], stored)
  const { text, sentAt, createdAt } = stored
  const projected = {
    text,
    sentAt,
    createdAt,
    authorName: '',
    replyToExternalId: '',
    attachments: stored.attachments,
  }
  await widgetMailbox.put(sessionId, { id: messageId, ...projected })
}

describe('opening', () => {
  it('begins a session with the widget’s look and writes no conversation', async () => {
    const visitor = await open()
    expect(visitor).toMatchObject({ look })
    expect(uidIn(visitor.customToken)).toBe(`visitor_${visitor.sessionId}`)
    expect(await countOf('conversations')).toBe(0)
    expect(await countOf('widgetSessions')).toBe(0)
  })

  it('continues a session that is proven', async () => {
    const { sessionId, sessionToken } = await open()
    expect(await open({ sessionId, sessionToken })).toMatchObject({ sessionId, sessionToken })
  })

  it('begins another one for a wrong token', async () => {
    const { sessionId } = await open()
    const { sessionToken } = await open()
    expect((await open({ sessionId, sessionToken })).sessionId).not.toBe(sessionId)
  })

  it('does not know an unknown widget', async () => {
    expect((await post('open', { widgetId: 'nobodys' })).status).toBe(404)
  })

  it('begins thirty sessions for one address, then asks it to wait', async () => {
    const address = { 'x-forwarded-for': '203.0.113.7' }
    for (let count = 0; count < 30; count++) await open({}, address)
    const refused = await post('open', { widgetId: WIDGET }, address)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await post('open', { widgetId: WIDGET }, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(200)
  })

  it('continues a known session when its address has used up its share', async () => {
    const address = { 'x-forwarded-for': '203.0.113.9' }
    const { sessionId, sessionToken } = await open({}, address)
    for (let count = 1; count < 30; count++) await open({}, address)
    expect((await open({ sessionId, sessionToken }, address)).sessionId).toBe(sessionId)
  })
})

describe('a message', () => {
  it('makes a conversation with a nameless guest, and shows itself to its visitor', async () => {
    const visitor = await open()
    const messageId = await sent(visitor, 'message-1')
    expect(await conversation(visitor.sessionId)).toMatchObject({
      channelKind: 'widget',
      externalId: visitor.sessionId,
      unreadCount: 1,
      lastMessage: { id: messageId, text: 'Вопрос message-1' },
    })
    expect((await conversation(visitor.sessionId))?.contactName).toMatch(/^Гость сайта \d{4}$/)
    expect(await get('widgetMessages', { sessionId: visitor.sessionId, messageId })).toMatchObject({
      direction: 'inbound',
      externalId: 'message-1',
      text: 'Вопрос message-1',
    })
  })

  it('told again, ten times at once, is one message', async () => {
    const visitor = await open()
    const ids = await Promise.all(Array.from({ length: 10 }, () => sent(visitor, 'message-1')))
    const own = inboundMessageIdOf(conversationId(visitor.sessionId), 'message-1')
    expect(new Set(ids)).toEqual(new Set([own]))
    expect(await conversation(visitor.sessionId)).toMatchObject({ unreadCount: 1 })
  })

  it('told again later changes nothing that is shown', async () => {
    const visitor = await open()
    const messageId = await sent(visitor, 'message-1')
    const before = await get('widgetMessages', { sessionId: visitor.sessionId, messageId })
    await sent(visitor, 'message-1', { text: 'Другое' })
    expect(await get('widgetMessages', { sessionId: visitor.sessionId, messageId })).toEqual(before)
  })

  it('is refused without a session', async () => {
    const response = await post('messages', message('message-1'), { 'x-widget-id': WIDGET })
    expect(response.status).toBe(401)
  })

  it.each([
    ['a wrong token', { sessionToken: 'f'.repeat(64) }],
    ['an empty token', { sessionToken: '' }],
    ['an invented session', { sessionId: 'a'.repeat(32) }],
  ])('is refused with %s', async (_name, changes) => {
    const visitor = await open()
    const response = await post('messages', message('message-1'), headersOf({ ...visitor, ...changes }))
    expect(response.status).toBe(401)
    expect(await countOf('conversations')).toBe(0)
  })

  it('is refused with the token of another session', async () => {
    const visitor = await open()
    const other = await open()
    const mixed = headersOf({ sessionId: visitor.sessionId, sessionToken: other.sessionToken })
    expect((await post('messages', message('message-1'), mixed)).status).toBe(401)
  })

  it('is refused by another company’s widget', async () => {
    const visitor = await open()
    expect((await post('messages', message('message-1'), headersOf(visitor, 'other-widget'))).status).toBe(
      401,
    )
  })

  it.each([
    ['no JSON', '{"type":', 400],
    ['an empty body', '', 400],
    ['neither text nor file', message('message-1', { text: ' ' }), 400],
    ['a text longer than taken', message('message-1', { text: 'а'.repeat(4001) }), 400],
    ['a body beyond any message', message('message-1', { text: 'а'.repeat(50_000) }), 413],
    ['a receipt', { type: 'receipt', status: 'read', messageIds: ['a'] }, 400],
    ['a file that was never handed in', message('message-1', { files: ['eyJwYXRoIjoiYSJ9.00'] }), 401],
  ])('is refused with %s', async (_name, body, status) => {
    const visitor = await open()
    expect((await post('messages', body, headersOf(visitor))).status).toBe(status)
    expect(await countOf('conversations')).toBe(0)
  })

  it('is refused when another site’s page sends it', async () => {
    const visitor = await open()
    const foreign = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://shop.example' }]
    for (const headers of foreign) {
      expect(
        (await post('messages', message('message-1'), { ...headersOf(visitor), ...headers })).status,
      ).toBe(403)
    }
  })
})

describe('a flood', () => {
  it('is stopped after twenty messages in a minute, and says for how long', async () => {
    const visitor = await open()
    for (let count = 1; count <= 20; count++) await sent(visitor, `message-${count}`)
    const refused = await post('messages', message('message-21'), headersOf(visitor))
    expect(refused.status).toBe(429)
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect(await refused.json()).toMatchObject({ code: 'tooManyAttempts' })
    expect((await conversation(visitor.sessionId))?.unreadCount).toBe(20)
  })

  it('is stopped as well when all come at once', async () => {
    const visitor = await open()
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, at) => post('messages', message(`message-${at}`), headersOf(visitor))),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
  })

  it('does not stop a message that was received before', async () => {
    const visitor = await open()
    for (let count = 1; count <= 20; count++) await sent(visitor, `message-${count}`)
    expect((await post('messages', message('message-20'), headersOf(visitor))).status).toBe(200)
  })

  it('is over when its minute is', async () => {
    const visitor = await open()
    await sent(visitor, 'message-0')
    const ended = { windowStartedAt: Date.now() - 61_000, windowCount: 20 }
    await update(['widgetSessions', { sessionId: visitor.sessionId }], ended)
    expect((await post('messages', message('message-1'), headersOf(visitor))).status).toBe(200)
    expect(await get('widgetSessions', { sessionId: visitor.sessionId })).toMatchObject({ windowCount: 1 })
  })
})

describe('a file', () => {
  const handIn = (visitor: OpenAnswer, bytes: Uint8Array, query = 'name=плед.png&width=40&height=30') =>
    post(`files?${query}`, bytes, headersOf(visitor))

  it('is stored, named by its message, and opened through a link', async () => {
    const visitor = await open()
    const { receipt } = await read(fileAnswerSchema, await handIn(visitor, PNG))
    const messageId = await sent(visitor, 'message-1', { text: '', files: [receipt] })
    const place = { companyId: route.companyId, conversationId: conversationId(visitor.sessionId), messageId }
    const stored = (await get('messages', place))?.attachments[0]
    expect(stored).toMatchObject({
      kind: 'image',
      name: 'плед.png',
      contentType: 'image/png',
      size: PNG.length,
      width: 40,
      state: 'ready',
    })
    expect(stored?.path).toMatch(
      new RegExp(
        `^companies/${route.companyId}/conversations/${place.conversationId}/incoming/[a-f0-9]+/плед.png$`,
      ),
    )
    expect(Buffer.from(await readFile(stored?.path ?? ''))).toEqual(PNG)

    const shown = (await get('widgetMessages', { sessionId: visitor.sessionId, messageId }))?.attachments[0]
    expect(shown).not.toHaveProperty('path')
    const link = await post('file-link', { messageId, attachmentId: shown?.id }, headersOf(visitor))
    const { url } = await read(fileLinkAnswerSchema, link)
    const [signed = ''] = url.split('/files/')[1]?.split('/') ?? []
    expect(readFileLink(signed, Date.now())).toEqual({ path: stored?.path, name: 'плед.png' })
    expect(readFileLink(signed, Date.now() + 6 * 60_000)).toBeUndefined()
  })

  it('of an answer is opened by its visitor and by no other', async () => {
    const visitor = await open()
    const other = await open()
    await sent(visitor, 'message-1')
    await answered(visitor.sessionId, 'answer-1', [{ path: 'companies/company/price.pdf' }])
    const wanted = { messageId: 'answer-1', attachmentId: 'file-of-answer-1' }
    expect((await post('file-link', wanted, headersOf(visitor))).status).toBe(200)
    expect((await post('file-link', wanted, headersOf(other))).status).toBe(404)
    expect((await post('file-link', { ...wanted, attachmentId: 'another' }, headersOf(visitor))).status).toBe(
      404,
    )
    expect((await post('file-link', wanted, { 'x-widget-id': WIDGET })).status).toBe(401)
  })

  it('cannot be named by another visitor', async () => {
    const visitor = await open()
    const { receipt } = await read(fileAnswerSchema, await handIn(visitor, PNG))
    const thief = await open()
    expect(
      (await post('messages', message('message-1', { files: [receipt] }), headersOf(thief))).status,
    ).toBe(401)
  })

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'name=прайс.txt', 415],
    [
      'a drawing that may hold a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'name=logo.png',
      415,
    ],
    [
      'a program',
      Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]),
      'name=photo.jpg',
      415,
    ],
    ['no bytes', Buffer.alloc(0), 'name=empty.txt', 400],
    ['no name', PNG, '', 400],
    ['more than ten megabytes', Buffer.alloc(10 * 1024 * 1024 + 1, 1), 'name=big.bin', 413],
  ])('is refused: %s', async (_name, bytes, query, status) => {
    const visitor = await open()
    expect((await handIn(visitor, bytes, query)).status).toBe(status)
  })

  it('of ten megabytes is taken', async () => {
    const visitor = await open()
    expect((await handIn(visitor, Buffer.alloc(10 * 1024 * 1024, 1), 'name=big.bin')).status).toBe(200)
  })

  it('serves one message', async () => {
    const visitor = await open()
    const { receipt } = await read(fileAnswerSchema, await handIn(visitor, PNG))
    await sent(visitor, 'message-1', { files: [receipt] })
    const again = await post('messages', message('message-2', { files: [receipt] }), headersOf(visitor))
    expect(again.status).toBe(410)
  })

  it('keeps a path in its name from leading anywhere', async () => {
    const visitor = await open()
    const { receipt } = await read(fileAnswerSchema, await handIn(visitor, PNG, 'name=../../../evil.png'))
    const messageId = await sent(visitor, 'message-1', { files: [receipt] })
    const place = { companyId: route.companyId, conversationId: conversationId(visitor.sessionId), messageId }
    expect((await get('messages', place))?.attachments[0]?.path?.split('/')).toHaveLength(7)
  })

  it('is the last of ten in ten minutes', async () => {
    const visitor = await open()
    for (let count = 0; count < 10; count++) expect((await handIn(visitor, PNG)).status).toBe(200)
    expect((await handIn(visitor, PNG)).status).toBe(429)
  })

  it('is refused without a session', async () => {
    expect((await post('files?name=a.png', PNG, { 'x-widget-id': WIDGET })).status).toBe(401)
  })
})

describe('a receipt', () => {
  const receipt = (status: string, ...messageIds: string[]) => ({ type: 'receipt', status, messageIds })
  const statusOf = async (sessionId: string, id: string) => {
    const place = { companyId: route.companyId, conversationId: conversationId(sessionId), messageId: id }
    return (await get('messages', place))?.delivery?.status
  }

  async function withAnswer(): Promise<OpenAnswer> {
    const visitor = await open()
    await sent(visitor, 'message-1')
    await answered(visitor.sessionId, 'answer-1')
    return visitor
  }

  it('of an answer on its way waits until the answer is noted', async () => {
    const visitor = await withAnswer()
    expect((await post('receipts', receipt('read', 'answer-1'), headersOf(visitor))).status).toBe(200)
    expect(await countOf('messageRefs')).toBe(1)
    expect(await statusOf(visitor.sessionId, 'answer-1')).toBe('sent')
  })

  it('of what is no answer is passed over', async () => {
    const visitor = await withAnswer()
    const messageId = await sent(visitor, 'message-2')
    const before = await countOf('messageRefs')
    await post('receipts', receipt('read', messageId, 'invented'), headersOf(visitor))
    expect(await countOf('messageRefs')).toBe(before)
  })

  it('is refused for a state a visitor cannot know', async () => {
    const visitor = await withAnswer()
    expect((await post('receipts', receipt('failed', 'answer-1'), headersOf(visitor))).status).toBe(400)
    expect((await post('receipts', receipt('read', 'answer-1'), { 'x-widget-id': WIDGET })).status).toBe(401)
  })
})

describe('anything else', () => {
  it('is refused', async () => {
    expect((await fetch(`${served.url}/widget/open`)).status).toBe(405)
    expect((await post('elsewhere', {})).status).toBe(404)
  })
})
