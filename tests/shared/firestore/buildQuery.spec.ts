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

  it('asks a list whether it contains the value', () => {
    expect(buildQuery([], queries.messagesFound, { equals: ['доставк'] }, words)).toEqual([
      ['where', 'tokens', 'array-contains', 'доставк'],
      ['orderBy', 'sentAt', 'desc'],
    ])
  })

  it('asks for one of several values', () => {
    expect(buildQuery([], queries.views, { equals: [['', 'member-1']] }, words)).toEqual([
      ['where', 'ownerId', 'in', ['', 'member-1']],
      ['orderBy', 'name', 'asc'],
    ])
  })

  it('is narrowed, and kept to what is seen, after its equalities', () => {
    const values = {
      equals: ['open'],
      narrowing: { channelId: 'channel-1', tags: 'опт' },
      sight: { assigneeId: ['', 'member-1'] },
    }
    expect(buildQuery([], queries.conversationsInState, values, words)).toEqual([
      ['where', 'state', '==', 'open'],
      ['where', 'channelId', '==', 'channel-1'],
      ['where', 'tags', 'array-contains', 'опт'],
      ['where', 'assigneeId', 'in', ['', 'member-1']],
      ['orderBy', 'sortAt', 'desc'],
    ])
  })

  it('keeps to what is seen where both narrow one field', () => {
    const values = { narrowing: { assigneeId: 'member-2' }, sight: { assigneeId: ['', 'member-1'] } }
    expect(buildQuery([], queries.conversations, values, words)).toContainEqual([
      'where',
      'assigneeId',
      'in',
      ['', 'member-1'],
    ])
  })

  it('may range over another field than it is ordered by', () => {
    expect(buildQuery([], queries.conversationsActive, { range: 7 }, words)).toEqual([
      ['where', 'lastMessageAt', '>=', 7],
      ['orderBy', 'sortAt', 'desc'],
    ])
  })
})
