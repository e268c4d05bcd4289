import { expect, it } from 'vitest'
import { colourOf } from '#web/ui/colourOf.ts'

const ids = Array.from({ length: 400 }, (_, at) => `contact-${String(at)}`)

it('is the same for the same id', () => {
  expect(ids.map(colourOf)).toEqual(ids.map(colourOf))
})

it('uses all eight colours and no other', () => {
  expect([...new Set(ids.map(colourOf))].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
