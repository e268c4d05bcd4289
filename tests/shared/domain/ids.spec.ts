import { describe, expect, it } from 'vitest'
import { companyIdSchema } from '#shared/domain/ids.ts'

describe('an id', () => {
  it.each(['a', 'Company-1_x', 'f'.repeat(64)])('may be %s', (id) => {
    expect(companyIdSchema.safeParse(id).success).toBe(true)
  })

  it.each(['', 'f'.repeat(65), 'a/b', '..', 'a.b', 'a b', 'компания', 'a\n', '__proto__/x', '%2F'])(
    'never leads elsewhere: %j',
    (id) => {
      expect(companyIdSchema.safeParse(id).success).toBe(false)
    },
  )

  it.each([1, null, undefined, ['a'], { toString: () => 'a' }])('is a string, not %j', (id) => {
    expect(companyIdSchema.safeParse(id).success).toBe(false)
  })
})
