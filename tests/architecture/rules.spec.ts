import { describe, expect, it } from 'vitest'
import { collections } from '#shared/firestore/collections.ts'
import { readRules } from './readRules.ts'
import { readSource } from './sourceFiles.ts'

const matches = readRules('firestore.rules')
const listed = Object.values(collections).map((collection) => ({
  ...collection,
  memberMayChange: [...collection.memberMayChange] as string[],
}))

const OPERATIONS = ['create', 'delete', 'get', 'list', 'update']

function matchOf(path: string) {
  return matches.find((match) => match.path === path)
}

function isAllowed(path: string, operation: string): boolean {
  const policies = matchOf(path)?.policies.filter(({ operations }) => operations.includes(operation)) ?? []
  return policies.some(({ condition }) => condition !== 'false')
}

describe('firestore.rules', () => {
  it('has one match for every collection and no other', () => {
    expect(matches.map(({ path }) => path).sort()).toEqual(listed.map(({ path }) => path).sort())
  })

  it.each(listed)('says of every operation on $path who may, once', ({ path }) => {
    const operations = matchOf(path)?.policies.flatMap((policy) => policy.operations)
    expect(operations?.sort()).toEqual(OPERATIONS)
  })

  it.each(listed)('lets the listed fields of $path be changed', ({ path, memberMayChange }) => {
    expect([...new Set(matchOf(path)?.changeable)].sort()).toEqual(memberMayChange.sort())
    expect(isAllowed(path, 'update')).toBe(memberMayChange.length > 0)
  })

  it.each(listed)('lets clients create $path where the list says so', ({ path, clientCreates }) => {
    expect(isAllowed(path, 'create')).toBe(clientCreates)
  })

  it('restricts every update to named fields', () => {
    const loose = matches.filter(
      ({ path, changeable }) => isAllowed(path, 'update') && changeable.length === 0,
    )
    expect(loose).toEqual([])
  })

  it('grants nothing to everybody, and nothing below a wildcard', () => {
    const source = readSource('firestore.rules')
    expect(source).not.toMatch(/if true|=\*\*|allow[^:]*\b(?:read|write)\b/)
  })
})

describe('storage.rules', () => {
  const policed = readRules('storage.rules').filter(({ policies }) => policies.length > 0)

  it('knows the files of conversations and templates, pictures of people and no other', () => {
    expect(policed.map(({ path }) => path.replace(/^.*?\{bucket\}\/o/, ''))).toEqual([
      '/companies/{companyId}/conversations/{conversationId}/{box}/{attachmentId}/{fileName}',
      '/companies/{companyId}/templates/{templateId}/{attachmentId}/{fileName}',
      '/avatars/{userId}/{fileName}',
    ])
  })

  it.each(policed)('says of every operation on $path who may, once', ({ policies }) => {
    expect(policies.flatMap(({ operations }) => operations).sort()).toEqual(OPERATIONS)
  })

  it('asks the member document as firestore.rules does', () => {
    const conditions = (file: string): string[] =>
      [
        ...(/let member =[\s\S]*?\}/.exec(readSource(file))?.[0] ?? '').matchAll(
          /member\.\w+ in .*|request\.auth\.token\.auth_time.*/g,
        ),
      ].map(([condition]) => condition.trim())
    expect(conditions('storage.rules').length).toBe(2)
    expect(conditions('storage.rules')).toEqual(conditions('firestore.rules'))
  })
})
