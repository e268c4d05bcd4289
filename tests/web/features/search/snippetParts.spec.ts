import { expect, it } from 'vitest'
import { snippetParts } from '#web/features/search/snippetParts.ts'

it('a line falls into what was found and the rest, nothing lost', () => {
  const parts = snippetParts('Где заказ и заказы', [
    { start: 4, end: 9 },
    { start: 12, end: 18 },
  ])
  expect(parts).toEqual([
    { text: 'Где ', isFound: false },
    { text: 'заказ', isFound: true },
    { text: ' и ', isFound: false },
    { text: 'заказы', isFound: true },
  ])
})

it('a line without finds is one piece, markup in it is text', () => {
  expect(snippetParts('<b>жирно</b>', [])).toEqual([{ text: '<b>жирно</b>', isFound: false }])
})
