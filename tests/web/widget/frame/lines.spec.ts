import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../../web/widget/frame/lines.ts'
import type { ShownMessage } from '../../../../web/widget/frame/shownMessages.ts'
import { wordsIn } from '../../../../web/widget/frame/words.ts'

const NOW = new Date(2026, 10, 20, 12, 0).getTime()

const at = (date: Date, more: Partial<ShownMessage> = {}): ShownMessage => ({
  key: String(date.getTime()),
  isOwn: true,
  text: 'Вопрос',
  files: [],
  author: '',
  at: date.getTime(),
  state: 'sent',
  isEdited: false,
  isDeleted: false,
  reaction: '',
  failure: undefined,
  quote: '',
  ...more,
})

const lines = (messages: readonly ShownMessage[]) => linesOf(messages, NOW, 'ru', wordsIn('ru'))

describe('lines of the log', () => {
  it('begin each day with its name', () => {
    const shown = lines([
      at(new Date(2025, 11, 31, 9)),
      at(new Date(2026, 10, 3, 9)),
      at(new Date(2026, 10, 19, 23, 59)),
      at(new Date(2026, 10, 20, 0, 1)),
      at(new Date(2026, 10, 20, 9)),
    ])
    const days = shown.flatMap((line) => (line.is === 'day' ? [line.label] : []))
    expect(days).toEqual(['31 декабря 2025 г.', '3 ноября', 'Вчера', 'Сегодня'])
  })

  it('have keys of their own, even when a visitor’s clock goes wrong', () => {
    const shown = lines([
      at(new Date(2026, 10, 20, 9)),
      at(new Date(2026, 10, 19, 9)),
      at(new Date(2026, 10, 20, 10)),
    ])
    expect(new Set(shown.map(({ key }) => key)).size).toBe(shown.length)
  })

  it('join what one author writes within five minutes', () => {
    const shown = lines([
      at(new Date(2026, 10, 20, 9, 0)),
      at(new Date(2026, 10, 20, 9, 4)),
      at(new Date(2026, 10, 20, 9, 10)),
      at(new Date(2026, 10, 20, 9, 11), { isOwn: false }),
    ])
    const runs = shown.flatMap((line) => (line.is === 'message' ? [[line.startsRun, line.endsRun]] : []))
    expect(runs).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ])
  })
})
