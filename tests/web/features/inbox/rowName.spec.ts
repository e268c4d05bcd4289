import { describe, expect, it } from 'vitest'
import { aConversation } from '#tests/builders/aConversation.ts'
import { rowName } from '#web/features/inbox/rowName.ts'

type Spoken = Parameters<typeof rowName>[0]

function said(change: Partial<Spoken> = {}): string {
  return rowName({
    row: aConversation({ unreadCount: 0 }),
    name: 'Анна Светлова',
    channel: 'Telegram',
    waiting: null,
    preview: { tone: 'plain', prefix: '', text: 'Можно обменять?', icon: null },
    assignee: '',
    isMine: false,
    isDown: false,
    isMuted: false,
    isMentioned: false,
    company: '',
    ...change,
  })
}

describe('a row read out', () => {
  it('is short where there is little to tell', () => {
    expect(said()).toBe('Анна Светлова, Telegram. Можно обменять?')
  })

  it('tells who waits, what is unread, and whose it is', () => {
    expect(
      said({
        row: aConversation({ unreadCount: 3 }),
        waiting: { short: '4 мин', spoken: 'без ответа 4 минуты', isLate: false },
        isMine: true,
      }),
    ).toBe('Анна Светлова, Telegram, без ответа 4 минуты, 3 непрочитанных, назначен вам. Можно обменять?')
  })

  it.each<[string, Partial<Spoken>]>([
    ['вас упомянули', { isMentioned: true }],
    ['в архиве', { row: aConversation({ unreadCount: 0, state: 'archived' }) }],
    ['отложен', { row: aConversation({ unreadCount: 0, state: 'snoozed' }) }],
    ['клиент заблокирован', { row: aConversation({ unreadCount: 0, blocked: true }) }],
    ['без звука', { isMuted: true }],
    ['канал отключён', { isDown: true }],
    ['отвечает Ольга', { assignee: 'Ольга' }],
  ])('tells what its marks show: %s', (words, change) => {
    expect(said(change)).toBe(`Анна Светлова, Telegram, ${words}. Можно обменять?`)
  })

  it('tells whose company it is where the list has several', () => {
    const preview = { tone: 'plain', prefix: 'Вы:', text: 'Готово', icon: null } as const
    expect(said({ company: 'Пряжа', preview })).toBe('Анна Светлова, Telegram. Вы: Готово, в компании Пряжа')
  })
})
