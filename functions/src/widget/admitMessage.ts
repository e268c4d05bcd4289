import { DomainError } from '#shared/domain/DomainError.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import type { WidgetSession } from '#shared/domain/widgetSession.ts'
import { transaction } from '#functions/store/store.ts'
import type { VisitorChannel } from './visitorChannel.ts'

/** Nobody types that fast; a script does. */
const MESSAGES_PER_WINDOW = 20
const WINDOW_MS = MINUTE_MS

/**
 * Counts a visitor's message. One that was received before is neither counted nor let in again.
 * Throws `tooManyAttempts {seconds}` above the cap.
 */
export function admitMessage(
  channel: VisitorChannel,
  sessionId: string,
  messageId: MessageId,
  now: number,
): Promise<'new' | 'known'> {
  return transaction(async (unit) => {
    const place = ['widgetSessions', { sessionId }] as const
    const [session, message] = await unit.getAll<['widgetSessions', 'widgetMessages']>(place, [
      'widgetMessages',
      { sessionId, messageId },
    ])
    if (message) return 'known'
    unit.set(place, counted(session ?? newSession(channel, now), now))
    return 'new'
  })
}

function newSession({ companyId, channelId }: VisitorChannel, now: number): WidgetSession {
  return { companyId, channelId, createdAt: now, windowStartedAt: now, windowCount: 0 }
}

function counted(session: WidgetSession, now: number): WidgetSession {
  const leftMs = session.windowStartedAt + WINDOW_MS - now
  if (leftMs <= 0) return { ...session, windowStartedAt: now, windowCount: 1 }
  if (session.windowCount >= MESSAGES_PER_WINDOW) {
    throw new DomainError('tooManyAttempts', { seconds: Math.ceil(leftMs / SECOND_MS) })
  }
  return { ...session, windowCount: session.windowCount + 1 }
}
