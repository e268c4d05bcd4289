import type { OpenAnswer, OpenRequest } from '#shared/api/widget.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { visitorUid } from '#shared/domain/widgetSession.ts'
import { customToken } from '#functions/store/customToken.ts'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import type { VisitorChannel } from './visitorChannel.ts'

/** Behind one address there may be an office; behind one session there is one browser. */
const PER_ADDRESS = { name: 'widget sessions per address', max: 30, windowMs: 10 * MINUTE_MS }
const PER_SESSION = { name: 'widget opens per session', max: 30, windowMs: 10 * MINUTE_MS }

/** Begins a visitor's session, or continues the one he proves to be his. No conversation comes of it. */
export async function openVisitorSession(
  { visitors, settings }: VisitorChannel,
  { sessionId = '', sessionToken = '' }: OpenRequest,
  address: string,
): Promise<OpenAnswer> {
  const known = { sessionId, sessionToken }
  const isKnown = visitors.isSession(known, settings)
  await (isKnown ? countAttempt(PER_SESSION, sessionId) : countAttempt(PER_ADDRESS, address))
  const session = isKnown ? known : visitors.newSession(settings)
  const token = await customToken(visitorUid(session.sessionId))
  return { ...session, customToken: token, look: visitors.look(settings) }
}
