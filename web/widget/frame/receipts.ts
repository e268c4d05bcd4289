import type { ProjectedMessage } from './shownMessages.ts'
import type { VisitorSession } from './visitorSessionStore.ts'

/** As many as one request may name. */
const MOST_PER_REQUEST = 50
/** Older answers leave the window the frame listens to. */
const MOST_REMEMBERED = 300

export interface Acknowledgement {
  readonly status: 'delivered' | 'read'
  readonly ids: readonly string[]
}

function answersIn(messages: readonly ProjectedMessage[]): string[] {
  return messages.filter(({ direction }) => direction === 'outbound').map(({ id }) => id)
}

/** Answers the visitor has not seen. */
export function unreadCount(messages: readonly ProjectedMessage[], { readIds }: VisitorSession): number {
  const read = new Set(readIds)
  return answersIn(messages).filter((id) => !read.has(id)).length
}

/** What is still to be told of the answers that arrived; null: nothing. */
export function dueAcknowledgement(
  messages: readonly ProjectedMessage[],
  { readIds, deliveredIds }: VisitorSession,
  isSeen: boolean,
): Acknowledgement | null {
  const told = new Set(isSeen ? readIds : [...readIds, ...deliveredIds])
  const ids = answersIn(messages).filter((id) => !told.has(id))
  return ids.length === 0
    ? null
    : { status: isSeen ? 'read' : 'delivered', ids: ids.slice(0, MOST_PER_REQUEST) }
}

export function acknowledged(session: VisitorSession, { status, ids }: Acknowledgement): VisitorSession {
  const add = (known: readonly string[]) => [...known, ...ids].slice(-MOST_REMEMBERED)
  return status === 'read'
    ? { ...session, readIds: add(session.readIds) }
    : { ...session, deliveredIds: add(session.deliveredIds) }
}
