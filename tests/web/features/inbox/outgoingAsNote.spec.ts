import { describe, expect, it } from 'vitest'
import { companyIdSchema, conversationIdSchema, noteIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { outgoingAsNote } from '#web/features/inbox/outgoingAsNote.ts'

const written = {
  id: noteIdSchema.parse('note-1'),
  companyId: companyIdSchema.parse('company-1'),
  conversationId: conversationIdSchema.parse('conversation-1'),
  author: { id: userIdSchema.parse('olga'), name: 'Ольга' },
  text: '@Ирина меняем',
  mentions: ['irina'],
  writtenAt: 1_700_000_000_000,
}

describe('a note on its way', () => {
  it('is shown as it will be, at the time it was written', () => {
    const { id, author, text, mentions, writtenAt } = written
    const shown = { id, author, text, mentions, createdAt: writtenAt, updatedAt: writtenAt, isPending: true }
    expect(outgoingAsNote({ written, refusal: null })).toEqual(shown)
  })

  it('keeps why it was refused', () => {
    expect(outgoingAsNote({ written, refusal: 'permission-denied' }).refusal).toBe('permission-denied')
  })
})
