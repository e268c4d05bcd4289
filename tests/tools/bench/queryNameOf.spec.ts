import { describe, expect, it } from 'vitest'
import { askedQuerySchema, queryNameOf } from '#tools/bench/queryNameOf.ts'

const filter = (fieldPath: string, op = 'EQUAL') => ({ fieldFilter: { field: { fieldPath }, op } })
const order = (fieldPath: string, direction = 'DESCENDING') => ({ field: { fieldPath }, direction })
const both = (...filters: unknown[]) => ({ compositeFilter: { op: 'AND', filters } })

function named(query: Readonly<Record<string, unknown>>) {
  return queryNameOf(askedQuerySchema.parse({ from: [{ collectionId: 'conversations' }], ...query }))
}

describe('queryNameOf', () => {
  it('knows a query by what it compares and how it is ordered', () => {
    const where = filter('state')
    expect(named({ where, orderBy: [order('sortAt'), order('__name__')] })).toBe('conversationsInState')
    expect(named({ where, orderBy: [order('createdAt'), order('__name__')] })).toBe(
      'conversationsInStateByCreation',
    )
  })

  it('knows it narrowed, and as it is seen', () => {
    const where = both(filter('state'), filter('tags', 'ARRAY_CONTAINS'), filter('teamId', 'IN'))
    expect(named({ where, orderBy: [order('sortAt')] })).toBe('conversationsInState')
    const own = both(filter('state'), filter('assigneeId'))
    expect(named({ where: own, orderBy: [order('sortAt')] })).toBe('conversationsOfAssignee')
  })

  it('knows a range', () => {
    const where = filter('updatedAt', 'GREATER_THAN_OR_EQUAL')
    expect(named({ where, orderBy: [order('updatedAt'), order('__name__')], limit: 20 })).toBe(
      'conversationChanges',
    )
  })

  it('knows a comparison with null', () => {
    const from = [{ collectionId: 'templates' }]
    const where = { unaryFilter: { field: { fieldPath: 'deletedAt' }, op: 'IS_NULL' } }
    expect(named({ from, where, orderBy: [order('name', 'ASCENDING')] })).toBe('templates')
  })

  it.each([
    ['another field', { where: filter('contactName'), orderBy: [order('sortAt')] }],
    ['another order', { where: filter('state'), orderBy: [order('contactName')] }],
    ['another direction', { where: filter('state'), orderBy: [order('sortAt', 'ASCENDING')] }],
    ['a range nobody has', { where: filter('sortAt', 'LESS_THAN'), orderBy: [order('sortAt')] }],
    [
      'all companies',
      { from: [{ collectionId: 'conversations', allDescendants: true }], orderBy: [order('sortAt')] },
    ],
  ])('knows no query with %s', (_, query) => {
    expect(named(query)).toBeUndefined()
  })
})
