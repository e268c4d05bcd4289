import { describe, expect, it } from 'vitest'
import type { OutboundMessage } from '#channels/adapter.ts'
import { widget } from '#channels/widget/adapter.ts'
import type { IncomingAttachment } from '#shared/domain/channelEvent.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { aMailbox } from '#tests/channels/aMailbox.ts'

const settings = {
  title: 'Чат',
  greeting: '',
  colour: '#8a4b2a',
  secret: 'the-secret-of-the-widget-on-teply-dom',
}
const visitors = widget.visitors ?? fail()
const session = visitors.newSession(settings)
const stranger = visitors.newSession(settings)

const file: IncomingAttachment = {
  kind: 'image',
  name: 'плед.jpg',
  contentType: 'image/jpeg',
  size: 1200,
  width: 40,
  height: 30,
  path: 'companies/c/conversations/v/incoming/1/плед.jpg',
}

function fail(): never {
  throw new Error('the widget has visitors')
}

function request(body: unknown, { sessionId, sessionToken } = session) {
  return {
    method: 'POST',
    headers: { 'x-widget-session': sessionId, 'x-widget-token': sessionToken },
    query: {},
    rawBody: new TextEncoder().encode(JSON.stringify(body)),
  }
}

const message = (changes = {}) => ({ type: 'message', id: 'message-1', text: 'Здравствуйте', ...changes })

describe('a visitor’s session', () => {
  it('is another one each time', () => {
    expect(stranger.sessionId).not.toBe(session.sessionId)
  })

  it('is proven by its own token', () => {
    expect(visitors.sessionIdOf(request(message()), settings)).toBe(session.sessionId)
  })

  it('is not proven by the token of another session', () => {
    const mixed = { sessionId: session.sessionId, sessionToken: stranger.sessionToken }
    expect(widget.authenticate(request(message(), mixed), settings)).toBe(false)
    expect(visitors.sessionIdOf(request(message(), mixed), settings)).toBeUndefined()
  })

  it.each(['', 'short', session.sessionToken.toUpperCase(), `${session.sessionToken}0`, 'я'.repeat(64)])(
    'is not proven by «%s»',
    (sessionToken) => {
      expect(visitors.isSession({ ...session, sessionToken }, settings)).toBe(false)
    },
  )

  it('is void with another secret', () => {
    const renewed = { ...settings, secret: 'another-secret-that-is-long-enough-too' }
    expect(visitors.isSession(session, renewed)).toBe(false)
  })
})

describe('a message with a file', () => {
  const receipt = visitors.fileReceipt(file, session.sessionId, settings)

  it('is read with what is known of the file', () => {
    const genuine = request(message({ files: [receipt] }))
    expect(widget.authenticate(genuine, settings)).toBe(true)
    expect(widget.parse(genuine)).toMatchObject([{ kind: 'image', attachments: [file] }])
  })

  it('may have no text', () => {
    expect(widget.parse(request(message({ text: '', files: [receipt] })))).toMatchObject([{ text: '' }])
  })

  it('is refused when it names a file of another visitor', () => {
    expect(widget.authenticate(request(message({ files: [receipt] }), stranger), settings)).toBe(false)
  })

  it('is refused when a fact of the file was changed', () => {
    const [, signature = ''] = receipt.split('.')
    const changed = Buffer.from(JSON.stringify({ ...file, path: 'companies/c/secret' })).toString('base64url')
    const forged = request(message({ files: [`${changed}.${signature}`] }))
    expect(widget.authenticate(forged, settings)).toBe(false)
  })

  it('is refused when a session’s token stands for the signature', () => {
    const forged = request(message({ files: [`${receipt.split('.')[0] ?? ''}.${session.sessionToken}`] }))
    expect(widget.authenticate(forged, settings)).toBe(false)
  })
})

describe('an unreadable message', () => {
  it.each([
    ['without text and file', message({ text: ' \n' })],
    ['longer than a channel takes', message({ text: 'а'.repeat(4001) })],
    ['with two files', message({ files: ['a.b', 'c.d'] })],
    ['with an id that is none', message({ id: '../../etc' })],
    ['of an unknown type', { type: 'typing' }],
    ['with no receipt in it', { type: 'receipt', status: 'read', messageIds: [] }],
    ['that claims a state only we know', { type: 'receipt', status: 'sent', messageIds: ['a'] }],
  ])('%s is refused', (_name, body) => {
    expect(() => widget.parse(request(body))).toThrow()
  })
})

describe('an answer', () => {
  it('is put into the mailbox of its session, under its own id', async () => {
    const put: unknown[] = []
    const mailbox = aMailbox({ put: (...given: unknown[]) => Promise.resolve(void put.push(given)) })
    const answer = {
      id: messageIdSchema.parse('answer-1'),
      conversationExternalId: session.sessionId,
    } as OutboundMessage
    const http = { request: () => Promise.reject(new Error('the widget calls nobody')) }
    const receipt = await widget.send(answer, settings, { http, baseUrl: '', mailbox })
    expect(receipt).toEqual({ externalId: 'answer-1' })
    expect(put).toEqual([[session.sessionId, answer]])
  })
})

describe('connecting', () => {
  const context = {
    http: { request: () => Promise.reject(new Error()) },
    baseUrl: '',
    mailbox: aMailbox(),
  }
  const options = { hookUrl: () => '', secret: 'a-new-secret-of-at-least-32-characters' }

  it('keeps the account that was identified', async () => {
    const { accountId } = await widget.connection.identify({}, context)
    const connected = await widget.connection.connect({ accountId, title: 'Чат' }, options, context)
    expect(connected).toMatchObject({
      accountId,
      name: 'Чат',
      settings: { title: 'Чат', greeting: '', colour: '' },
    })
  })

  it('makes another account each time', async () => {
    const one = await widget.connection.identify({}, context)
    const other = await widget.connection.identify({}, context)
    expect(one.accountId).not.toBe(other.accountId)
  })

  it('names a widget without a title', async () => {
    expect((await widget.connection.identify({}, context)).name).toBe('Виджет на сайте')
  })
})
