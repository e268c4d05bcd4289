import type { MessageChanges, Reactions, Signals, StandingMessage } from '../adapter.ts'
import { callSandbox } from './callSandbox.ts'
import type { SandboxSettings } from './settings.ts'
import { signed } from './signed.ts'

const pathOf = ({ conversationExternalId, externalId }: StandingMessage) =>
  `chats/${encodeURIComponent(conversationExternalId)}/messages/${encodeURIComponent(externalId)}`

/** Each may be asked for again: the provider answers as the first time. */
export const sandboxChanges: MessageChanges<SandboxSettings> = {
  async edit(message, change, { key }, context) {
    const json = { text: signed(change) }
    await callSandbox(context, key, { method: 'PATCH', path: pathOf(message), json })
  },
  async delete(message, { key }, context) {
    await callSandbox(context, key, { method: 'DELETE', path: pathOf(message) })
  },
}

export const sandboxReactions: Reactions<SandboxSettings> = {
  async react(message, emoji, { key }, context) {
    await callSandbox(context, key, { method: 'PUT', path: `${pathOf(message)}/reaction`, json: { emoji } })
  },
}

export const sandboxSignals: Signals<SandboxSettings> = {
  async typing(chatId, { key }, context) {
    await callSandbox(context, key, {
      method: 'POST',
      path: `chats/${encodeURIComponent(chatId)}/typing`,
      json: {},
    })
  },
  async markRead(message, { key }, context) {
    await callSandbox(context, key, { method: 'POST', path: `${pathOf(message)}/read`, json: {} })
  },
}
