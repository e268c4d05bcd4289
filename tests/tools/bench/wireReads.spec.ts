import { describe, expect, it } from 'vitest'
import { chunksOf, readsSince, sumOfReads, wireReads } from '#tools/bench/wireReads.ts'

const url = 'http://127.0.0.1:5302/google.firestore.v1.Firestore/Listen/channel'
const changes = {
  from: [{ collectionId: 'conversations' }],
  orderBy: [{ field: { fieldPath: 'updatedAt' }, direction: 'DESCENDING' }],
  limit: 2,
}

function asking(targetId: number, structuredQuery: unknown) {
  const body = new URLSearchParams({
    req0___data__: JSON.stringify({ addTarget: { targetId, query: { structuredQuery } } }),
  })
  return { url, body: body.toString() }
}

function chunk(...messages: unknown[]): string {
  const text = JSON.stringify(messages.map((message, at) => [at, [message]]))
  return `${String(text.length)}\n${text}`
}

const given = (targetId: number, name: string) => ({
  documentChange: {
    document: { name, fields: { text: { stringValue: 'Ё — «да»\n' } } },
    targetIds: [targetId],
  },
})

describe('what a page has read', () => {
  it('counts the documents each query was given', () => {
    const text =
      `7\n[1,2,0]${chunk({ targetChange: {} }, given(2, 'a'))}` + chunk(given(2, 'b'), given(4, 'c'))
    const sent = [asking(2, changes), asking(4, { ...changes, limit: 1 })]
    expect(wireReads({ sent, answers: [{ url, text }] })).toEqual({ newestConversationChange: 3 })
  })

  it('counts a single document and a counting as one', () => {
    const body = new URLSearchParams({
      req0___data__: JSON.stringify({ addTarget: { targetId: 6, documents: { documents: ['a'] } } }),
    })
    const counting = { structuredAggregationQuery: { structuredQuery: changes } }
    const sent = [
      { url, body: body.toString() },
      {
        url: 'http://127.0.0.1:5302/v1/projects/p/databases/d/documents:runAggregationQuery',
        body: JSON.stringify(counting),
      },
    ]
    expect(wireReads({ sent, answers: [] })).toEqual({
      document: 1,
      'count of newestConversationChange': 1,
    })
  })

  it('refuses a query that is none of the product’s', () => {
    const foreign = { from: [{ collectionId: 'conversations' }], orderBy: [{ field: { fieldPath: 'name' } }] }
    expect(() => wireReads({ sent: [asking(2, foreign)], answers: [] })).toThrow('queries.ts')
  })

  it('refuses more than was asked for', () => {
    const text = chunk(given(2, 'a'), given(2, 'b'), given(2, 'c'))
    expect(() => wireReads({ sent: [asking(2, changes)], answers: [{ url, text }] })).toThrow('3 documents')
  })

  it('leaves out the end of a stream that has not come whole', () => {
    expect(chunksOf(`${chunk({ first: 1 })}40\n[[1,[{"second"`)).toEqual([[[0, [{ first: 1 }]]]])
  })

  it('tells what came after', () => {
    const since = readsSince({ messages: 40, document: 3 }, { messages: 40, document: 5, views: 1 })
    expect(since).toEqual({ document: 2, views: 1 })
    expect(sumOfReads(since)).toBe(3)
  })
})
