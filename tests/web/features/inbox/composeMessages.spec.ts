import { describe, expect, it } from 'vitest'
import { channelIdSchema, companyIdSchema, conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { composeMessages } from '#web/features/inbox/composeMessages.ts'
import type { Written } from '#web/features/inbox/composeMessages.ts'

const limits = {
  textLength: 4096,
  captionLength: 10,
  attachmentSize: 1000,
  attachmentsPerMessage: 1,
  replyWindowMs: null,
  editWindowMs: null,
  deleteWindowMs: null,
  reactionEmoji: null,
}
const sender = {
  place: {
    companyId: companyIdSchema.parse('company-1'),
    conversationId: conversationIdSchema.parse('conversation-1'),
  },
  row: { channelId: channelIdSchema.parse('channel-1') },
  author: { id: userIdSchema.parse('member-1'), name: 'Ольга' },
  limits,
  afterEntryId: '',
  now: 1000,
}

const photo = { blob: new Blob(['x'], { type: 'image/png' }), name: 'a.png', width: 2, height: 1 }
const paper = { blob: new Blob(['x'], { type: 'application/pdf' }), name: 'b.pdf' }

function compose(written: Partial<Written>, change: Partial<typeof sender> = {}) {
  return composeMessages({ text: '', files: [], ...written }, { ...sender, ...change })
}

describe('composeMessages', () => {
  it('makes one message of a text', () => {
    expect(compose({ text: 'Готово' })).toMatchObject([
      { kind: 'text', text: 'Готово', files: [], afterEntryId: '' },
    ])
  })

  it('sends several files as several messages where a channel takes one at a time', () => {
    const messages = compose({ text: 'Вот', files: [photo, paper] })
    expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['image', 'Вот'],
      ['document', ''],
    ])
  })

  it('sends them together where the channel takes more', () => {
    const messages = compose({ files: [photo, paper] }, { limits: { ...limits, attachmentsPerMessage: 10 } })
    expect(messages.map(({ files }) => files.map(({ name }) => name))).toEqual([['a.png', 'b.pdf']])
  })

  it('sends a text too long for a caption before the files', () => {
    const messages = compose({ text: 'Длиннее подписи', files: [photo] })
    expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'Длиннее подписи'],
      ['image', ''],
    ])
  })

  it('lets each follow the one before, and the first the one that has not left', () => {
    const [first, second] = compose({ files: [photo, paper] }, { afterEntryId: 'earlier' })
    expect(first?.afterEntryId).toBe('earlier')
    expect(second?.afterEntryId).toBe(first?.id)
  })

  it('gives ids of their own and growing moments, even within one millisecond', () => {
    const messages = [...compose({ files: [photo, paper] }), ...compose({ text: 'x' })]
    expect(new Set(messages.map(({ id }) => id)).size).toBe(3)
    const moments = messages.map(({ writtenAt }) => writtenAt)
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(new Set(moments).size).toBe(3)
  })

  it('quotes with the first of them only', () => {
    const replyTo = { messageId: '', author: 'Анна', text: 'Когда?' } as const
    const messages = compose({ files: [photo, paper], replyTo })
    expect(messages.map((message) => message.replyTo)).toEqual([replyTo, undefined])
  })

  it.each([
    ['video/mp4', 'video'],
    ['audio/mpeg', 'audio'],
    ['audio/ogg', 'audio'],
    ['image/svg+xml', 'document'],
    ['text/html', 'document'],
    ['', 'document'],
  ])('sends type %s as %s', (type, kind) => {
    const file = { blob: new Blob(['x'], { type }), name: 'a' }
    expect(compose({ files: [file] })).toMatchObject([{ kind, files: [{ kind }] }])
  })

  it('sends what was recorded here as a voice note', () => {
    const blob = new Blob(['x'], { type: 'audio/ogg' })
    const voice = { blob, name: 'voice.ogg', kind: 'voice' as const, duration: 7 }
    expect(compose({ files: [voice] })).toMatchObject([
      { kind: 'voice', files: [{ kind: 'voice', duration: 7 }] },
    ])
  })

  it('keeps a picture’s measures and gives a nameless type a name', () => {
    const [picture, unknown] = compose({ files: [photo, { blob: new Blob(['x']), name: '' }] })
    expect(picture?.files[0]).toMatchObject({ kind: 'image', width: 2, height: 1, contentType: 'image/png' })
    expect(unknown?.files[0]).toMatchObject({
      kind: 'document',
      name: 'file',
      contentType: 'application/octet-stream',
    })
  })
})
