import { DomainError } from '#shared/domain/DomainError.ts'
import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import type { WidgetSession } from '#shared/domain/widgetSession.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { Place, StoreTransaction } from '#functions/store/store.ts'
import { transaction } from '#functions/store/store.ts'
import type { VisitorChannel } from './visitorChannel.ts'
import { isKept, visitorFilePlace } from './visitorFile.ts'

/** Nobody types that fast; a script does. */
const MESSAGES_PER_WINDOW = 20
const WINDOW_MS = MINUTE_MS

/**
 * Counts a visitor's message and keeps its files for it. One that was received before is neither counted
 * nor let in again. Throws `tooManyAttempts {seconds}` above the cap, `gone` for a file no longer kept.
 */
export function admitMessage(
  channel: VisitorChannel,
  sessionId: string,
  { id: messageId, attachments }: Pick<IdentifiedMessage, 'id' | 'attachments'>,
  now: number,
): Promise<'new' | 'known'> {
  return transaction(async (unit) => {
    const place = ['widgetSessions', { sessionId }] as const
    const [session, message] = await unit.getAll<['widgetSessions', 'widgetMessages']>(place, [
      'widgetMessages',
      { sessionId, messageId },
    ])
    if (message) return 'known'
    const files = attachments.map(({ path = '' }) => visitorFilePlace(path))
    for (const file of files) await requireKept(unit, file, messageId, now)
    unit.set(place, counted(session ?? newSession(channel, now), now))
    for (const file of files) unit.update(file, { messageId })
    return 'new'
  })
}

/** A file is one message's: who sends it twice hands it in twice. */
async function requireKept(
  unit: StoreTransaction,
  place: Place<'visitorFiles'>,
  messageId: MessageId,
  now: number,
): Promise<void> {
  const file = await unit.get(...place)
  if (!file || !isKept(file, now) || (file.messageId ?? messageId) !== messageId)
    throw new ProviderError('gone')
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
