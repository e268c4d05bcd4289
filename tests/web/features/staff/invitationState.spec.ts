import { expect, it } from 'vitest'
import { invitationState } from '#web/features/staff/invitationState.ts'

const NOW = 1_000_000

it.each([
  ['sent', NOW + 1, 'sent'],
  ['sent', NOW, 'expired'],
  ['accepted', NOW - 1, 'accepted'],
  ['revoked', NOW - 1, 'revoked'],
] as const)('%s, good until %i: %s', (state, expiresAt, shown) => {
  expect(invitationState({ state, expiresAt }, NOW)).toBe(shown)
})
