import type { WidgetSignalId } from '#shared/domain/widgetSession.ts'
import type { ProjectedMessage } from './shownMessages.ts'

/** The visitor's live conversation. */
export interface Cloud {
  isSignedIn(sessionId: string): Promise<boolean>
  signIn(customToken: string): Promise<void>
  /** Calls back with the newest messages, as often as they change, until told to stop. */
  listen(
    sessionId: string,
    count: number,
    onMessages: (messages: ProjectedMessage[]) => void,
    onBroken: () => void,
  ): () => void
  /** Calls back when the server falls silent, and when it is heard again; sockets found dead are replaced. */
  watch(sessionId: string, onChange: (isHeard: boolean) => void): () => void
  /** Calls back with when somebody last typed an answer, and up to when the visitor has been read; 0 for never. */
  signals(sessionId: string, onSignal: (signal: WidgetSignalId, at: number) => void): () => void
  /** The messages before one. */
  earlier(sessionId: string, count: number, before: ProjectedMessage): Promise<ProjectedMessage[]>
}

/** Firebase is most of the frame: it is loaded when there is, or may soon be, something to hear. */
export async function loadCloud(widgetId: string): Promise<Cloud> {
  const { connectCloud } = await import('../firebase/connectCloud.ts')
  return connectCloud(widgetId)
}
