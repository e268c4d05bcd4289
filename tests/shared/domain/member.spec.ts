import { describe, expect, it } from 'vitest'
import { hasRole } from '#shared/domain/member.ts'

describe('a role', () => {
  it.each([
    ['admin', 'admin', true],
    ['admin', 'operator', true],
    ['operator', 'operator', true],
    ['operator', 'admin', false],
  ] as const)('%s suffices where %s is needed: %s', (role, needed, suffices) => {
    expect(hasRole({ role }, needed)).toBe(suffices)
  })
})
