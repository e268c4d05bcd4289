import type { MessageChanges, Reactions, Signals } from '../adapter.ts'
import type { WidgetSettings } from './settings.ts'

/** There is no provider to ask: what the visitor reads is ours to change. */
export const widgetChanges: MessageChanges<WidgetSettings> = {
  edit: (message, { text }, _settings, { mailbox }) => mailbox.edit(message, text),
  delete: (message, _settings, { mailbox }) => mailbox.delete(message),
}

export const widgetReactions: Reactions<WidgetSettings> = {
  react: (message, emoji, _settings, { mailbox }) => mailbox.react(message, emoji),
}

export const widgetSignals: Signals<WidgetSettings> = {
  typing: (sessionId, _settings, { mailbox }) => mailbox.showTyping(sessionId),
  markRead: (message, _settings, { mailbox }) => mailbox.markRead(message),
}
