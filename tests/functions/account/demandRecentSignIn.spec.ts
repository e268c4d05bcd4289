import { describe, expect, it } from 'vitest'
import { demandRecentSignIn } from '#functions/account/demandRecentSignIn.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'

const demandSince = (minutes: number) => () => demandRecentSignIn(NOON - minutes * MINUTE_MS, NOON)

describe('a sign-in', () => {
  it.each([0, 14, 15])('of %d minutes ago is recent', (minutes) => {
    expect(demandSince(minutes)).not.toThrow()
  })

  it.each([15.01, 16, 24 * 60])('of %d minutes ago is too old', (minutes) => {
    expect(demandSince(minutes)).toThrow('signInTooOld')
  })
})
