import { describe, expect, it } from 'vitest'
import { composeMessages } from '#web/features/inbox/composeMessages.ts'
import type { Written } from '#web/features/inbox/composeMessages.ts'
import { aPhoto, aSender } from '#tests/builders/aSender.ts'

const paper = { blob: new Blob(['x'], { type: 'application/pdf' }), name: 'b.pdf' }

function compose(written: Partial<Written>, change: Partial<typeof aSender> = {}) {
  return composeMessages({ text: '', files: [], ...written }, { ...aSender, ...change })
}

describe('composeMessages', () => {
  it('makes one message of a text', () => {
    expect(compose({ text: 'Готово' })).toMatchObject([
      { kind: 'text', text: 'Готово', files: [], afterEntryId: '' },
    ])
  })

  it('sends several files as several messages where a channel takes one at a time', () => {
    const messages = compose({ text: 'Вот', files: [aPhoto, paper] })
    expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['image', 'Вот'],
      ['document', ''],
    ])
  })

  it('sends them together where the channel takes more', () => {
    const messages = compose(
      { files: [aPhoto, paper] },
      { limits: { ...aSender.limits, attachmentsPerMessage: 10 } },
    )
    expect(messages.map(({ files }) => files.map(({ name }) => name))).toEqual([['a.png', 'b.pdf']])
  })

  it('sends a text too long for a caption before the files', () => {
    const messages = compose({ text: 'Длиннее подписи', files: [aPhoto] })
    expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'Длиннее подписи'],
      ['image', ''],
    ])
  })

  it('lets each follow the one before, and the first the one that has not left', () => {
    const [first, second] = compose({ files: [aPhoto, paper] }, { afterEntryId: 'earlier' })
    expect(first?.afterEntryId).toBe('earlier')
    expect(second?.afterEntryId).toBe(first?.id)
  })

  it('gives ids of their own and growing moments, even within one millisecond', () => {
    const messages = [...compose({ files: [aPhoto, paper] }), ...compose({ text: 'x' })]
    expect(new Set(messages.map(({ id }) => id)).size).toBe(3)
    const moments = messages.map(({ writtenAt }) => writtenAt)
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(new Set(moments).size).toBe(3)
  })

  it('quotes with the first of them only', () => {
    const replyTo = { messageId: '', author: 'Анна', text: 'Когда?' } as const
    const messages = compose({ files: [aPhoto, paper], replyTo })
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
    const [picture, unknown] = compose({ files: [aPhoto, { blob: new Blob(['x']), name: '' }] })
    expect(picture?.files[0]).toMatchObject({ kind: 'image', width: 2, height: 1, contentType: 'image/png' })
    expect(unknown?.files[0]).toMatchObject({
      kind: 'document',
      name: 'file',
      contentType: 'application/octet-stream',
    })
  })
})
