import { describe, expect, it } from 'vitest'
import { aWidgetMessage } from '#tests/builders/aWidgetMessage.ts'
import type { QueuedMessage } from '../../../../web/widget/frame/SendQueue.ts'
import { shownMessages } from '../../../../web/widget/frame/shownMessages.ts'

const queued = (id: string, more: Partial<QueuedMessage> = {}): QueuedMessage => ({
  id,
  text: `Вопрос ${id}`,
  writtenAt: 5,
  isSent: false,
  ...more,
})
const projected = (id: string, change = {}) => ({
  ...aWidgetMessage({ externalId: id, ...change }),
  id: `stored-${id}`,
})

describe('a visitor’s conversation', () => {
  it('stands in the order it was received, what is on its way last', () => {
    const shown = shownMessages(
      [projected('b', { sentAt: 2, createdAt: 2 }), projected('a', { sentAt: 1, createdAt: 1 })],
      [queued('c', { writtenAt: 0 })],
    )
    expect(shown.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  })

  it('shows a message once when its arrival outran its answer', () => {
    const shown = shownMessages([projected('a')], [queued('a')])
    expect(shown).toMatchObject([{ key: 'a', state: 'sent' }])
  })

  it('keeps a message’s key when it arrives, so that its element stays', () => {
    const before = shownMessages([], [queued('a', { isSent: true })])
    const after = shownMessages([projected('a')], [])
    expect(before[0]?.key).toBe(after[0]?.key)
  })

  it.each([
    [queued('a'), 'sending'],
    [queued('a', { isSent: true }), 'sent'],
    [queued('a', { failure: 'refused' }), 'failed'],
  ] as const)('says what became of a message', (message, state) => {
    expect(shownMessages([], [message])[0]?.state).toBe(state)
  })

  it('shows the words an answer quotes', () => {
    const answer = projected('b', { direction: 'outbound', replyToExternalId: 'a', sentAt: Date.now() })
    expect(shownMessages([projected('a', { text: 'Есть 200×220?' }), answer], [])[1]).toMatchObject({
      isOwn: false,
      state: 'received',
      quote: 'Есть 200×220?',
    })
  })

  it('says which of his words have been read', () => {
    const words = [projected('a', { createdAt: 1 }), projected('b', { createdAt: 3, sentAt: Date.now() })]
    expect(shownMessages(words, [], 2).map(({ state }) => state)).toEqual(['read', 'sent'])
  })

  it('shows what was changed, taken back and reacted to', () => {
    const shown = shownMessages(
      [
        projected('a', { direction: 'outbound', editedAt: 5, sentAt: 1 }),
        projected('b', { direction: 'outbound', text: '', deletedAt: 5, sentAt: 2 }),
        projected('c', { reaction: '👍', sentAt: 3 }),
      ],
      [],
    )
    expect(shown).toMatchObject([
      { isEdited: true, isDeleted: false },
      { isEdited: false, isDeleted: true, text: '' },
      { reaction: '👍' },
    ])
  })
})
