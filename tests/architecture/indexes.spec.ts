import { describe, expect, it } from 'vitest'
import { LIST_FIELDS, queries } from '#shared/firestore/queries.ts'
import type { QueryShape } from '#shared/firestore/queries.ts'
import { collectionGroupOf, indexFileText, indexesFor, narrowingsOf, sortOf } from '#tools/indexes.ts'
import type { CompositeIndex, FieldOverride, IndexFile } from '#tools/indexes.ts'
import { readSource } from './sourceFiles.ts'

const file = JSON.parse(readSource('firestore.indexes.json')) as IndexFile
const shapes: readonly (readonly [string, QueryShape])[] = Object.entries(queries)

function directionOf(order: string): string {
  return order === 'ASCENDING' ? 'asc' : 'desc'
}

function written({ fields }: CompositeIndex): string {
  return fields
    .map((field) => `${field.fieldPath} ${'order' in field ? directionOf(field.order) : 'contains'}`)
    .join(', ')
}

function composites({ collection, group }: QueryShape): CompositeIndex[] {
  const scope = group ? 'COLLECTION_GROUP' : 'COLLECTION'
  return file.indexes.filter(
    ({ collectionGroup, queryScope }) =>
      collectionGroup === collectionGroupOf(collection) && queryScope === scope,
  )
}

function overrideOf({ collection }: QueryShape, field: string): FieldOverride | undefined {
  return file.fieldOverrides.find(
    ({ collectionGroup, fieldPath }) =>
      collectionGroup === collectionGroupOf(collection) && fieldPath === field.split('.')[0],
  )
}

function isExempt(shape: QueryShape, field: string): boolean {
  return overrideOf(shape, field)?.indexes.length === 0
}

/** By a single field's own index, which ends at its collection unless more was asked for. */
function isServedByField(shape: QueryShape, [field, direction]: readonly [string, 'asc' | 'desc']): boolean {
  if (!shape.group) return true
  const indexes = overrideOf(shape, field)?.indexes ?? []
  return indexes.some(
    ({ order, queryScope }) => queryScope === 'COLLECTION_GROUP' && directionOf(order) === direction,
  )
}

function equalityOf(field: string): string {
  return `${field} ${LIST_FIELDS.has(field) ? 'contains' : 'asc'}`
}

/** As Firestore sees it: a single field's own index, or for each equality a composite that ends in the order. */
function isServed(shape: QueryShape): boolean {
  const sort = sortOf(shape).map(([field, direction]) => `${field} ${direction}`)
  const fields = [...shape.equals, ...sortOf(shape).map(([field]) => field)]
  if (fields.some((field) => isExempt(shape, field))) return false
  const asked = [...shape.equals, ...narrowingsOf(shape)]
  const [single, ...further] = sortOf(shape)
  if (!single) return !shape.group
  if (further.length === 0 && asked.length === 0) return isServedByField(shape, single)
  const bare = shape.equals.length === 0 && sort.length > 1 ? [sort] : []
  const starts = shape.whole ? [asked.map(equalityOf)] : asked.map((field) => [equalityOf(field)])
  const needed = [...bare, ...starts.map((start) => [...start, ...sort])]
  const there = composites(shape).map(written)
  return needed.every((index) => there.includes(index.join(', ')))
}

describe('firestore.indexes.json', () => {
  it('is what the queries ask for', () => {
    expect(readSource('firestore.indexes.json')).toBe(indexFileText())
  })

  it.each(shapes)('serves %s', (_name, shape) => {
    expect(isServed(shape)).toBe(true)
  })

  it('has at most sixty composites', () => {
    expect(file.indexes.length).toBeGreaterThan(5)
    expect(file.indexes.length).toBeLessThanOrEqual(60)
  })

  it('lets sign-in codes, tokens, letters and counters expire', () => {
    const expiring = file.fieldOverrides
      .filter(({ ttl }) => ttl)
      .map(({ collectionGroup }) => collectionGroup)
    expect(expiring).toEqual([
      'authSessions',
      'captchaSolutions',
      'emailTokens',
      'invitationTokens',
      'mails',
      'rateLimits',
    ])
  })
})

describe('indexes', () => {
  const fieldsFor = (shape: Partial<QueryShape>): string[] =>
    indexesFor([{ collection: 'conversations', equals: [], order: [], ...shape }]).indexes.map(written)

  it('are not written for what single fields serve', () => {
    expect(fieldsFor({ order: [['sortAt', 'desc']] })).toEqual([])
    expect(fieldsFor({ range: ['updatedAt', '>='], order: [['updatedAt', 'asc']] })).toEqual([])
    expect(fieldsFor({ equals: ['state', 'assigneeId'] })).toEqual([])
  })

  it('are one for each equality before the same order', () => {
    expect(fieldsFor({ equals: ['state', 'assigneeId'], order: [['sortAt', 'desc']] })).toEqual([
      'assigneeId asc, sortAt desc',
      'state asc, sortAt desc',
    ])
  })

  it('hold several order fields together', () => {
    expect(
      fieldsFor({
        order: [
          ['sentAt', 'desc'],
          ['sequence', 'desc'],
        ],
      }),
    ).toEqual(['sentAt desc, sequence desc'])
  })

  it('take a range as an order', () => {
    expect(fieldsFor({ equals: ['state'], range: ['createdAt', '<'] })).toEqual(['state asc, createdAt asc'])
  })

  it('take a range after another order, in its direction', () => {
    expect(fieldsFor({ range: ['createdAt', '<'], order: [['sortAt', 'desc']] })).toEqual([
      'sortAt desc, createdAt desc',
    ])
  })

  it('let a single field be sorted by over all companies, and within one still', () => {
    const shape: QueryShape = {
      collection: 'templates',
      group: true,
      equals: [],
      range: ['deletedAt', '<'],
      order: [],
    }
    const { indexes, fieldOverrides } = indexesFor([shape])
    expect(indexes).toEqual([])
    expect(fieldOverrides.find(({ fieldPath }) => fieldPath === 'deletedAt')?.indexes).toEqual([
      { order: 'ASCENDING', queryScope: 'COLLECTION' },
      { order: 'DESCENDING', queryScope: 'COLLECTION' },
      { order: 'ASCENDING', queryScope: 'COLLECTION_GROUP' },
    ])
  })

  it('let a list be asked for what it contains', () => {
    expect(fieldsFor({ equals: ['tags'], order: [['sortAt', 'desc']] })).toEqual([
      'tags contains, sortAt desc',
    ])
  })

  it('serve every way to narrow a list', () => {
    expect(fieldsFor({ seen: true, narrowed: true, order: [['sortAt', 'desc']] })).toEqual([
      'assigneeId asc, sortAt desc',
      'channelId asc, sortAt desc',
      'tags contains, sortAt desc',
      'teamId asc, sortAt desc',
    ])
  })
})
