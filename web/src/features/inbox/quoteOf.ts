import type { ThreadMessage } from '#web/firebase/messages.ts'
import { authorName } from './authorName.ts'
import type { Written } from './composeMessages.ts'
import { bodyOf } from './rowPreview.ts'

/** A quote is one line; longer ones would only be carried along. */
const MAX_LENGTH = 300

/** What an answer carries of the message it answers. */
export function quoteOf(message: ThreadMessage | null): Pick<Written, 'replyTo'> {
  if (!message) return {}
  const text = bodyOf(message).slice(0, MAX_LENGTH)
  return { replyTo: { messageId: message.id, author: authorName(message), text } }
}
