import { createHash } from 'node:crypto'

/** Under which a token is found that is itself kept nowhere. Tokens are random: their hash needs no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
