import type { WidgetLook } from '#shared/api/widget.ts'
import type { Cloud } from './loadCloud.ts'
import type { VisitorSession, VisitorSessionStore } from './visitorSessionStore.ts'
import type { WidgetRequests } from './widgetRequests.ts'

export interface ConnectionParts {
  readonly requests: WidgetRequests
  readonly sessions: VisitorSessionStore
  readonly loadCloud: () => Promise<Cloud>
  onLook(look: WidgetLook): void
}

/** Why there is no connection: 'gone' for good, 'later' for now. */
export type Connected =
  | { readonly is: 'connected'; readonly session: VisitorSession; readonly cloud: Cloud }
  | { readonly is: 'gone' }
  | { readonly is: 'later' }

/**
 * A session that may be listened to. One that this browser is still signed in to costs no request;
 * otherwise it is opened, begun or continued. `mustOpen`: its sign-in was refused.
 */
export async function connectVisitor(parts: ConnectionParts, mustOpen: boolean): Promise<Connected> {
  const { sessions, loadCloud, onLook } = parts
  const known = sessions.load()
  if (known) onLook(known.look)
  const cloudLoading = loadCloud()
  const opening = known && !mustOpen ? undefined : openSession(parts)
  const cloud = await cloudLoading
  if (known && !opening && (await cloud.isSignedIn(known.sessionId)))
    return { is: 'connected', session: known, cloud }
  const opened = await (opening ?? openSession(parts))
  if (opened.is !== 'opened') return opened
  await cloud.signIn(opened.customToken)
  return { is: 'connected', session: opened.session, cloud }
}

type Opened =
  | { readonly is: 'opened'; readonly session: VisitorSession; readonly customToken: string }
  | { readonly is: 'gone' }
  | { readonly is: 'later' }

async function openSession({ requests, sessions, onLook }: ConnectionParts): Promise<Opened> {
  const known = sessions.load()
  const answer = await requests.open(
    known && { sessionId: known.sessionId, sessionToken: known.sessionToken },
  )
  if (!answer.ok) return { is: answer.status === 404 ? 'gone' : 'later' }
  const { sessionId, sessionToken, customToken, look } = answer.body
  const told = known?.sessionId === sessionId ? known : { deliveredIds: [], readIds: [] }
  const session = { sessionId, sessionToken, look, deliveredIds: told.deliveredIds, readIds: told.readIds }
  sessions.save(session)
  onLook(look)
  return { is: 'opened', session, customToken }
}
