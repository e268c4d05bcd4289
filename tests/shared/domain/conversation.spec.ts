import { describe, expect, it } from 'vitest'
import { isNewerThanLast, previewText, toLastMessage } from '#shared/domain/conversation.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { NOON } from '#tests/builders/moments.ts'

describe('a preview', () => {
  it('is one line', () => {
    expect(previewText('  Добрый день!\r\n\n\tКогда\u00a0привезёте?  ')).toBe('Добрый день! Когда привезёте?')
  })

  it('keeps a text of 160 characters whole', () => {
    expect(previewText('я'.repeat(160))).toBe('я'.repeat(160))
  })

  it('shows by an ellipsis that there is more, in 160 characters', () => {
    expect(previewText('я'.repeat(161))).toBe(`${'я'.repeat(159)}…`)
  })

  it('never cuts an emoji in two', () => {
    for (const start of ['', 'я']) {
      expect(previewText(start + '🚲'.repeat(200))).toBe(`${start}${'🚲'.repeat(79)}…`)
    }
  })
})

describe('a row', () => {
  const rowOf = (change: Parameters<typeof aMessage>[0]) =>
    toLastMessage({ ...aMessage(change), id: messageIdSchema.parse('message-1') })

  it('shows who wrote what and when', () => {
    expect(rowOf({ text: 'Здравствуйте', sentAt: NOON, sequence: 7 })).toEqual({
      id: 'message-1',
      direction: 'inbound',
      kind: 'text',
      text: 'Здравствуйте',
      authorId: 'contact-1',
      authorName: 'Пётр Петров',
      at: NOON,
      sequence: 7,
    })
  })

  it('shows what became of our own message, and why', () => {
    const delivery = { status: 'failed', reason: 'blockedByContact', detail: 'Forbidden' } as const
    expect(rowOf({ direction: 'outbound', delivery })).toMatchObject({
      deliveryStatus: 'failed',
      deliveryReason: 'blockedByContact',
    })
  })

  it('names a document without text by its file', () => {
    const attachments = [anAttachment({ kind: 'document', name: 'договор.pdf' })]
    expect(rowOf({ kind: 'document', text: '', attachments }).text).toBe('договор.pdf')
  })

  it('leaves a picture without text to the page’s own words', () => {
    expect(rowOf({ kind: 'image', text: '', attachments: [anAttachment()] }).text).toBe('')
  })
})

describe('what came after the last message', () => {
  const last = toLastMessage({
    ...aMessage({ sentAt: NOON, sequence: 5 }),
    id: messageIdSchema.parse('message-1'),
  })

  it.each([
    ['a later second', { sentAt: NOON + 1000, sequence: 1 }, true],
    ['an earlier second', { sentAt: NOON - 1000, sequence: 9 }, false],
    ['the same second, a higher number', { sentAt: NOON, sequence: 6 }, true],
    ['the same second, a lower number', { sentAt: NOON, sequence: 4 }, false],
    ['the same second, no number of its own', { sentAt: NOON, sequence: 5 }, true],
  ])('is told by %s', (_name, message, isNewer) => {
    expect(isNewerThanLast(last, message)).toBe(isNewer)
  })

  it('is anything, where there was nothing', () => {
    expect(isNewerThanLast(null, { sentAt: 0, sequence: 0 })).toBe(true)
  })
})
