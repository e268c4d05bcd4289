import { describe, expect, it } from 'vitest'
import type { QueryWords } from '#shared/firestore/buildQuery.ts'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import { queries } from '#shared/firestore/queries.ts'
import type { QueryShape } from '#shared/firestore/queries.ts'

type Step = readonly unknown[]

/** An SDK of our own that writes down what it is told. */
const words: QueryWords<readonly Step[]> = {
  where: (query, ...step) => [...query, ['where', ...step]],
  orderBy: (query, ...step) => [...query, ['orderBy', ...step]],
}

describe('a query', () => {
  it('has its equalities, its range and its order, in this order', () => {
    const shape: QueryShape = {
      collection: 'outbox',
      equals: ['state', 'target'],
      range: ['createdAt', '<'],
      order: [
        ['createdAt', 'asc'],
        ['attempts', 'desc'],
      ],
    }
    expect(buildQuery([], shape, { equals: ['queued', 'media'], range: 7 }, words)).toEqual([
      ['where', 'state', '==', 'queued'],
      ['where', 'target', '==', 'media'],
      ['where', 'createdAt', '<', 7],
      ['orderBy', 'createdAt', 'asc'],
      ['orderBy', 'attempts', 'desc'],
    ])
  })

  it('begins where it is told to', () => {
    expect(buildQuery([['from']], queries.channels, {}, words)).toEqual([
      ['from'],
      ['orderBy', 'createdAt', 'asc'],
    ])
  })

  it.each(Object.entries<QueryShape>(queries))(
    'named %s orders first by what it ranges over',
    (_name, shape) => {
      if (!shape.range) return
      expect(shape.order[0]?.[0]).toBe(shape.range[0])
    },
  )
})
