import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import type { Attachment } from '#shared/domain/message.ts'
import type { WidgetMessage, WidgetSignalId } from '#shared/domain/widgetSession.ts'
import { get, set, transaction, update } from './store.ts'

type FileFacts = Pick<Attachment, 'id' | 'kind' | 'name' | 'contentType' | 'size' | 'width' | 'height'>

/** An answer as a channel without a provider hands it over. */
interface Answer extends Pick<
  WidgetMessage,
  'text' | 'authorName' | 'sentAt' | 'createdAt' | 'replyToExternalId'
> {
  readonly id: MessageId
  readonly attachments: readonly FileFacts[]
}

/** The visitors' projections: an answer put here is seen by the frame that listens to it. */
export const widgetMailbox = {
  put: (sessionId: string, answer: Answer): Promise<void> => {
    const { id, text, attachments, authorName, sentAt, createdAt, replyToExternalId } = answer
    return set(['widgetMessages', { sessionId, messageId: id }], {
      direction: 'outbound',
      externalId: id,
      text,
      attachments: attachments.map(withoutPath),
      authorName,
      sentAt,
      sequence: 0,
      createdAt,
      replyToExternalId,
    })
  },
  edit: (message: Standing, text: string) => change(message, { text, editedAt: Date.now() }),
  /** Nothing of it stays where the visitor can look. */
  delete: (message: Standing) => change(message, { text: '', attachments: [], deletedAt: Date.now() }),
  react: (message: Standing, reaction: string) => change(message, { reaction }),
  showTyping: (sessionId: string) => signal(sessionId, 'typing', Date.now()),
  markRead: async ({ id, conversationExternalId: sessionId }: Standing): Promise<void> => {
    const seen = await projectedMessage(sessionId, id)
    if (seen) await signal(sessionId, 'read', seen.createdAt)
  },
}

interface Standing {
  readonly id: MessageId
  readonly conversationExternalId: string
}

/** A projection may have been made anew since: what is not in it needs no change. */
async function change(
  { id: messageId, conversationExternalId: sessionId }: Standing,
  changes: Partial<WidgetMessage>,
): Promise<void> {
  const place = ['widgetMessages', { sessionId, messageId }] as const
  if (await get(...place)) await update(place, changes)
}

function signal(sessionId: string, signalId: WidgetSignalId, at: number): Promise<void> {
  return set(['widgetSignals', { sessionId, signalId }], { at })
}

/** Shows a visitor his own message as received; doing it again changes nothing. */
export function keepOwnMessage(sessionId: string, message: IdentifiedMessage): Promise<void> {
  const { id, text, attachments, externalId, sentAt, sequence, createdAt } = message
  const place = ['widgetMessages', { sessionId, messageId: id }] as const
  const facts = { text, externalId, sentAt, sequence, createdAt }
  return transaction(async (unit) => {
    if (await unit.get(...place)) return
    unit.create(place, {
      ...facts,
      direction: 'inbound',
      attachments: attachments.map(withoutPath),
      authorName: '',
      replyToExternalId: '',
    })
  })
}

/** One message of his own conversation; undefined for anybody else's. */
export function projectedMessage(sessionId: string, messageId: string): Promise<WidgetMessage | undefined> {
  return get('widgetMessages', { sessionId, messageId })
}

/** Where a file lies in Storage is no visitor's business. */
function withoutPath({ id, kind, name, contentType, size, width, height }: FileFacts): Attachment {
  const measures = { ...(width && { width }), ...(height && { height }) }
  return { id, kind, name, contentType, size, ...measures, state: 'ready' }
}
