import { expect, it } from 'vitest'
import { invitationState } from '#web/features/staff/invitationState.ts'

const NOW = 1_000_000

it.each([
  ['sent', NOW + 1, false, 'sent'],
  ['sent', NOW, false, 'expired'],
  ['sent', NOW + 1, true, 'undelivered'],
  ['sent', NOW, true, 'undelivered'],
  ['accepted', NOW - 1, true, 'accepted'],
  ['revoked', NOW - 1, true, 'revoked'],
] as const)('%s, good until %i, undelivered %s: %s', (state, expiresAt, undelivered, shown) => {
  expect(invitationState({ state, expiresAt, undelivered }, NOW)).toBe(shown)
})
