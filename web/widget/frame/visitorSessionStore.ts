import * as z from 'zod/mini'
import { widgetLookSchema } from '#shared/api/widget.ts'
import { whereAllowed } from './whereAllowed.ts'

/** What this browser keeps of a visitor between pages. */
const visitorSessionSchema = z.object({
  sessionId: z.string(),
  sessionToken: z.string(),
  look: widgetLookSchema,
  /** Ids of answers he has been told of, so that no receipt is sent twice. */
  deliveredIds: z._default(z.array(z.string()), []),
  readIds: z._default(z.array(z.string()), []),
})
export type VisitorSession = z.infer<typeof visitorSessionSchema>

export interface VisitorSessionStore {
  load(): VisitorSession | null
  save(session: VisitorSession): void
  clear(): void
}

/** Keeps the session in `localStorage`; where that is blocked it lasts as long as the page. */
export function visitorSessionStore(widgetId: string, storage: () => Storage): VisitorSessionStore {
  const key = `pact-widget:${widgetId}`
  let kept: VisitorSession | null = null
  return {
    load() {
      // Another tab may have written since.
      kept = whereAllowed(() => readSession(storage().getItem(key))) ?? kept
      return kept
    },
    save(session) {
      kept = session
      whereAllowed(() => {
        storage().setItem(key, JSON.stringify(session))
      })
    },
    clear() {
      kept = null
      whereAllowed(() => {
        storage().removeItem(key)
      })
    },
  }
}

function readSession(text: string | null): VisitorSession | null {
  const session = visitorSessionSchema.safeParse(JSON.parse(text ?? 'null'))
  return session.success ? session.data : null
}
