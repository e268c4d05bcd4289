import type { Visitors } from '../adapter.ts'
import { fileReceiptOf } from './fileReceipt.ts'
import { claimedSession, isSession, newSession } from './session.ts'
import type { WidgetSettings } from './settings.ts'

export const widgetVisitors: Visitors<WidgetSettings> = {
  look: ({ title, greeting, colour }) => ({ title, greeting, colour }),
  newSession: ({ secret }) => newSession(secret),
  isSession: (session, { secret }) => isSession(session, secret),
  sessionIdOf(request, { secret }) {
    const session = claimedSession(request)
    return isSession(session, secret) ? session.sessionId : undefined
  },
  fileReceipt: (file, sessionId, { secret }) => fileReceiptOf(file, sessionId, secret),
}
