import { describe, expect, it } from 'vitest'
import { hashId, publicIdOf, randomId } from '#functions/platform/hashId.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'

describe('an id derived from parts', () => {
  it('is always the same', () => {
    expect(hashId('message', 'chat', '42')).toBe(hashId('message', 'chat', '42'))
  })

  it.each([
    [
      ['a', 'bc'],
      ['ab', 'c'],
    ],
    [
      ['a', ''],
      ['', 'a'],
    ],
    [['a'], ['a', '']],
    [['1:a'], ['1', 'a']],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [['a1:b'], ['a', 'b']],
  ])('differs for %j and %j', (a, b) => {
    expect(hashId(...a)).not.toBe(hashId(...b))
  })

  it('may be a document’s id', () => {
    expect(companyIdSchema.safeParse(hashId('../x', '/')).success).toBe(true)
  })
})

describe('a public id', () => {
  const ids = Array.from({ length: 2000 }, (_, at) => publicIdOf(`companies/${String(at)}`))

  it('is an integer every JSON reader keeps whole', () => {
    expect(ids.filter((id) => !Number.isSafeInteger(id) || id < 0)).toEqual([])
  })

  it('uses all of its 53 bits', () => {
    expect(Math.max(...ids)).toBeGreaterThan(2 ** 52)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is always the same for a path, and another one at the next attempt', () => {
    expect(publicIdOf('companies/a')).toBe(publicIdOf('companies/a', 0))
    expect(publicIdOf('companies/a', 1)).not.toBe(publicIdOf('companies/a'))
  })
})

describe('a random', () => {
  it('id may be a document’s', () => {
    expect(companyIdSchema.safeParse(randomId()).success).toBe(true)
    expect(randomId()).not.toBe(randomId())
  })
})
