import { describe, expect, it } from 'vitest'
import { channelIdSchema, companyIdSchema, conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { composeMessages } from '#web/features/inbox/composeMessages.ts'
import type { Written } from '#web/features/inbox/composeMessages.ts'
import { withFormerIds } from '#web/features/inbox/later/withFormerIds.ts'
import { writtenOf } from '#web/features/inbox/writtenOf.ts'

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
const voice = {
  blob: new Blob(['y'], { type: 'audio/ogg' }),
  name: 'b.ogg',
  kind: 'voice',
  duration: 7,
} as const

const compose = (written: Written) => composeMessages(written, sender)
const both: Written = { text: 'Вот', files: [photo, voice] }

describe('a reply that goes back into the box', () => {
  it('is what it was composed of, voices with their length', () => {
    const messages = compose({ ...both, replyTo: { messageId: '', author: 'Пётр', text: 'Где?' } })
    expect(writtenOf(messages)).toEqual({ ...both, replyTo: { messageId: '', author: 'Пётр', text: 'Где?' } })
    expect(writtenOf(messages.slice(1))).toEqual({ text: '', files: [voice] })
  })

  it('bears its former ids when it is tried again as it was, in what is left of it', () => {
    const former = compose(both)
    const again = withFormerIds(compose(writtenOf(former.slice(1))), former.slice(1))
    expect(again.map(({ id }) => id)).toEqual([former[1]?.id])
    expect(again[0]?.files.map(({ id }) => id)).toEqual(former[1]?.files.map(({ id }) => id))
  })

  it('is another one with other words, or another file', () => {
    const former = compose(both)
    const otherWords = withFormerIds(compose({ ...both, text: 'Вот они' }), former)
    expect(otherWords[0]?.id).not.toBe(former[0]?.id)
    const otherFile = { ...photo, blob: new Blob(['x'], { type: 'image/png' }) }
    const [first] = withFormerIds(compose({ text: 'Вот', files: [otherFile] }), former)
    expect(first?.id).not.toBe(former[0]?.id)
  })
})
