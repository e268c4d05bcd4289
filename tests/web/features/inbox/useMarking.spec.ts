import { describe, expect, it } from 'vitest'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { useMarking } from '#web/features/inbox/useMarking.ts'

const id = (name: string) => conversationIdSchema.parse(name)
const list = (names: string) => names.split('').map((name) => aConversationRow(name))

function marking(names = 'abcdef') {
  let listed = list(names)
  const marks = useMarking(() => listed)
  return {
    ...marks,
    marked: () =>
      marks
        .rows()
        .map((row) => row.id)
        .join(''),
    becomes: (rows: typeof listed) => (listed = rows),
  }
}

describe('marked rows', () => {
  it('are marked and unmarked one by one', () => {
    const { toggle, isOn, count, has, marked } = marking()
    expect(isOn.value).toBe(false)
    toggle(id('d'))
    toggle(id('b'))
    expect([isOn.value, count.value, has(id('b')), has(id('c'))]).toEqual([true, 2, true, false])
    toggle(id('d'))
    toggle(id('unknown'))
    expect(marked()).toBe('b')
  })

  it('are given in the order of the list', () => {
    const { toggle, marked } = marking()
    for (const name of 'eac') toggle(id(name))
    expect(marked()).toBe('ace')
  })

  it.each([
    ['b', 'e', 'bcde'],
    ['e', 'b', 'bcde'],
    ['c', 'c', 'c'],
  ])('from %s reach to %s, either way', (from, to, expected) => {
    const { toggle, extendTo, marked } = marking()
    toggle(id(from))
    extendTo(id(to))
    expect(marked()).toBe(expected)
  })

  it('reach on from the one marked last', () => {
    const { toggle, extendTo, marked } = marking()
    toggle(id('a'))
    extendTo(id('b'))
    toggle(id('d'))
    extendTo(id('f'))
    expect(marked()).toBe('abdef')
  })

  it('begin with the row itself where none was marked before, or that one has left the list', () => {
    const { toggle, extendTo, becomes, marked } = marking()
    extendTo(id('c'))
    expect(marked()).toBe('c')
    toggle(id('a'))
    becomes(list('bcdef'))
    extendTo(id('e'))
    expect(marked()).toBe('cea')
    extendTo(id('unknown'))
    expect(marked()).toBe('cea')
  })

  it('stay marked when they leave the list, and are given as they are now while they stand in it', () => {
    const { markAll, becomes, rows, marked } = marking('abc')
    markAll()
    becomes([aConversationRow('c', { unreadCount: 7 }), aConversationRow('a')])
    expect(marked()).toBe('cab')
    expect(rows()[0]?.unreadCount).toBe(7)
  })

  it('are all let go at once', () => {
    const { markAll, clear, extendTo, isOn, marked } = marking('abc')
    markAll()
    expect(marked()).toBe('abc')
    clear()
    expect(isOn.value).toBe(false)
    extendTo(id('b'))
    expect(marked()).toBe('b')
  })
})
