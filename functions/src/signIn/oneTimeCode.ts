import { createHmac, randomInt } from 'node:crypto'
import { CODE_LENGTH } from '#shared/api/signIn.ts'
import { codesKey } from '#functions/platform/config.ts'
import { equalSecrets } from '#functions/platform/equalSecrets.ts'

/** Which of a session's two codes: one opens nothing where the other is asked for. */
export type CodeWay = 'sms' | 'email'

export function newCode(): string {
  return String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0')
}

/** Bound to its session: a code asked for by one browser opens nothing in another. */
export function hashCode(sessionId: string, way: CodeWay, code: string): string {
  return createHmac('sha256', Buffer.from(codesKey.value(), 'base64'))
    .update(`${sessionId}:${way}:${code}`)
    .digest('hex')
}

export function isRightCode(sessionId: string, way: CodeWay, code: string, expectedHash: string): boolean {
  return equalSecrets(hashCode(sessionId, way, code), expectedHash)
}
