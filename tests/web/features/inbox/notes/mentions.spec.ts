import { describe, expect, it } from 'vitest'
import {
  colleaguesLike,
  mentionQuery,
  mentionedIds,
  noteParts,
  withMention,
} from '#web/features/inbox/notes/mentions.ts'

const anna = { id: 'anna', name: 'Анна' }
const belova = { id: 'belova', name: 'Анна Белова' }
const irina = { id: 'irina', name: 'Ирина Лаптева' }
const everybody = [anna, belova, irina]

describe('a name that is being typed', () => {
  it.each([
    ['@', { start: 0, query: '' }],
    ['Спроси @Ир', { start: 7, query: 'Ир' }],
    ['Спроси @Ирина Лап', { start: 7, query: 'Ирина Лап' }],
    ['(@Ир', { start: 1, query: 'Ир' }],
    ['a\n@Ир', { start: 2, query: 'Ир' }],
  ])('is found in %j', (text, found) => {
    expect(mentionQuery(text, text.length)).toEqual(found)
  })

  it.each(['почта anna@site.ru', 'Спроси Ирину', '@Ирина Лаптева сделает', ''])('is none in %j', (text) => {
    expect(mentionQuery(text, text.length)).toBeNull()
  })

  it('is looked for before the cursor alone', () => {
    expect(mentionQuery('@Ир и ещё', 3)).toEqual({ start: 0, query: 'Ир' })
  })
})

describe('colleagues', () => {
  it.each([
    ['', everybody],
    ['ан', [anna, belova]],
    ['БЕЛ', [belova]],
    ['анна б', [belova]],
    ['нна', []],
  ])('like %j', (query, found) => {
    expect(colleaguesLike(everybody, query)).toEqual(found)
  })

  it('take the place of what was typed', () => {
    const text = 'Спроси @Ир, она знает'
    expect(withMention(text, { start: 7, query: 'Ир' }, irina)).toEqual({
      text: 'Спроси @Ирина Лаптева , она знает',
      cursor: 22,
    })
  })

  it('leave one space behind them', () => {
    expect(withMention('@Ир знает', { start: 0, query: 'Ир' }, irina).text).toBe('@Ирина Лаптева знает')
  })
})

describe('a text mentions', () => {
  it('each once, in the order of their names', () => {
    expect(mentionedIds('@Ирина Лаптева, @Анна, @Ирина Лаптева', everybody)).toEqual(['irina', 'anna'])
  })

  it('the longest name that fits', () => {
    expect(mentionedIds('@Анна Белова', everybody)).toEqual(['belova'])
  })

  it('nobody whose name goes on', () => {
    expect(mentionedIds('@Аннам', everybody)).toEqual([])
  })

  it('of two who bear one name the chosen one', () => {
    const namesake = { id: 'other', name: 'Анна' }
    expect(mentionedIds('@Анна', [anna, namesake], new Map([['Анна', 'other']]))).toEqual(['other'])
  })
})

describe('a note’s text', () => {
  it('is cut where it mentions somebody, and nothing is lost', () => {
    const parts = noteParts('Да, @Анна и @Ирина Лаптева!', [anna, irina])
    expect(parts).toEqual([
      { text: 'Да, ', mentions: '' },
      { text: '@Анна', mentions: 'anna' },
      { text: ' и ', mentions: '' },
      { text: '@Ирина Лаптева', mentions: 'irina' },
      { text: '!', mentions: '' },
    ])
  })

  it('that mentions nobody is one part', () => {
    expect(noteParts('почта a@b.ru', [anna])).toEqual([{ text: 'почта a@b.ru', mentions: '' }])
  })
})
