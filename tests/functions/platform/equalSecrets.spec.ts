import { describe, expect, it } from 'vitest'
import { equalSecrets } from '#functions/platform/equalSecrets.ts'

describe('two secrets', () => {
  it.each([
    ['secret', 'secret', true],
    ['секрет', 'секрет', true],
    ['secret', 'secreT', false],
    ['secret', 'secret ', false],
    ['', 'secret', false],
    ['secret', '', false],
    ['', '', false],
  ])('%j and %j are equal: %s', (given, expected, areEqual) => {
    expect(equalSecrets(given, expected)).toBe(areEqual)
  })
})
