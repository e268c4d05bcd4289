import { randomBytes } from 'node:crypto'
import { WIDGET_HEADERS } from '#shared/api/widget.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import type { VisitorSession } from '../adapter.ts'
import { isSignature, sign } from './sign.ts'

const SESSION_ID = /^[0-9a-f]{32}$/

/** 128 random bits: a visitor's conversation is found by nobody who was not given it. */
export function newSession(secret: string): VisitorSession {
  const sessionId = randomBytes(16).toString('hex')
  return { sessionId, sessionToken: sign(secret, 'session', sessionId) }
}

export function isSession({ sessionId, sessionToken }: VisitorSession, secret: string): boolean {
  return isSignature(sessionToken, sign(secret, 'session', sessionId)) && SESSION_ID.test(sessionId)
}

/** As the headers claim. */
export function claimedSession({ headers }: WebhookRequest): VisitorSession {
  return {
    sessionId: headers[WIDGET_HEADERS.session] ?? '',
    sessionToken: headers[WIDGET_HEADERS.token] ?? '',
  }
}
