import { describe, expect, it } from 'vitest'
import { collectionPath, collections, documentPath } from '#shared/firestore/collections.ts'

describe('a path', () => {
  it('of a document is made of its ids', () => {
    expect(documentPath('messages', { companyId: 'c', conversationId: 'k', messageId: 'm' })).toBe(
      'companies/c/conversations/k/messages/m',
    )
    expect(
      documentPath('channelCredentials', { companyId: 'c', channelId: 'n', document: 'credentials' }),
    ).toBe('companies/c/channels/n/private/credentials')
  })

  it('of a collection is that of its documents without their id', () => {
    expect(collectionPath('messages', { companyId: 'c', conversationId: 'k' })).toBe(
      'companies/c/conversations/k/messages',
    )
    expect(collectionPath('authSessions', {})).toBe('authSessions')
  })
})

describe('the collections', () => {
  const paths = Object.values(collections).map(({ path }) => path)

  it('have each a path of their own', () => {
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('end in a document: collection and id take turns', () => {
    const isPath = (path: string) => /^[a-zA-Z]+\/\{\w+\}(\/[a-zA-Z]+\/\{\w+\})*$/.test(path)
    expect(paths.filter((path) => !isPath(path))).toEqual([])
  })

  it('let a member change only fields their documents have', () => {
    for (const { schema, memberMayChange } of Object.values(collections)) {
      expect(Object.keys(schema.shape)).toEqual(expect.arrayContaining([...memberMayChange]))
    }
  })
})
