import type { Bot } from '../Bot.ts'
import type { Chat } from '../Chat.ts'
import { textOf } from '../content.ts'

/** A bot as the page and the tests see it. */
export function botView(bot: Bot): Record<string, unknown> {
  const { id, token, username, name, webhook, sendFault } = bot
  const { secret, ...settings } = webhook.settings
  return {
    id,
    token,
    username,
    name,
    webhook: {
      ...settings,
      hasSecret: secret !== '',
      pendingCount: webhook.pendingCount,
      lastError: webhook.lastError ?? null,
      attempts: webhook.attempts.slice(0, 20),
    },
    faults: { sends: sendFault ?? null, webhooks: webhook.fault },
    customers: [...bot.chats.values()].map(chatRow).reverse(),
  }
}

function chatRow({ id, customer, messages, isBlocked }: Chat): Record<string, unknown> {
  const last = messages.at(-1)
  return {
    chatId: id,
    ...customer,
    isBlocked,
    last: last && { from: last.from, date: last.date, kind: last.content.kind, text: textOf(last.content) },
  }
}
