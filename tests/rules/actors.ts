import { visitorUid } from '#shared/domain/widgetSession.ts'
import type { Token } from './connections.ts'
import { freshId } from './freshId.ts'

/** When everybody here signed in. */
export const SIGNED_IN_AT = (Math.floor(Date.now() / 1000) - 60) * 1000

export const sessionId = freshId()

function token(sub: string, provider: 'custom' | 'password' = 'custom'): Token {
  return { sub, auth_time: SIGNED_IN_AT / 1000, firebase: { sign_in_provider: provider } }
}

/**
 * Whoever may knock. The removed member's token is still valid; the signed-out member's is older than
 * "sign out everywhere"; the impostor has the operator's uid from a provider we do not use.
 */
export const actors = {
  stranger: null,
  visitor: token(visitorUid(sessionId)),
  'other visitor': token(visitorUid(freshId())),
  outsider: token('outsider'),
  'removed member': token('removed'),
  'signed-out member': token('signed-out'),
  impostor: token('operator', 'password'),
  operator: token('operator'),
  admin: token('admin'),
} as const satisfies Record<string, Token | null>

export type Actor = keyof typeof actors

export const MEMBERS = ['operator', 'admin'] as const satisfies readonly Actor[]
export const NOBODY = [] as const satisfies readonly Actor[]
