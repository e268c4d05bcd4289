import type { Bot } from './Bot.ts'
import type { Chat } from './Chat.ts'
import type { StoredFile } from './FileStore.ts'
import { addBot, secondsSince2023, type TelegramWorld } from './world.ts'
import type { UndeliveredUpdate, WebhookSettings } from './webhook/WebhookSender.ts'

type KeptFile = Omit<StoredFile, 'bytes'>

/** What of a bot outlives a restart: not its faults and limits, nor what was tried. */
interface KeptBot extends Pick<Bot, 'id' | 'token' | 'username' | 'name'> {
  readonly webhook: WebhookSettings
  readonly undelivered: readonly UndeliveredUpdate[]
  readonly chats: readonly Chat[]
  readonly files: readonly KeptFile[]
}

export type KeptTelegram = readonly KeptBot[]

export function keptTelegram(world: TelegramWorld): KeptTelegram {
  return [...world.bots.values()].map(({ id, token, username, name, webhook, chats, files }) => ({
    id,
    token,
    username,
    name,
    webhook: webhook.settings,
    undelivered: webhook.undelivered,
    chats: [...chats.values()],
    files: files.all.map(({ bytes: _bytes, ...file }) => file),
  }))
}

/** The files' bytes by the files' ids; one that only claims its size has none. */
export function telegramBytes(world: TelegramWorld): [string, Uint8Array][] {
  const files = [...world.bots.values()].flatMap((bot) => bot.files.all)
  return files.flatMap(({ fileId, bytes }) => (bytes ? [[fileId, bytes] as [string, Uint8Array]] : []))
}

export async function restoreTelegram(
  world: TelegramWorld,
  kept: KeptTelegram,
  bytesOf: (fileId: string) => Promise<Uint8Array | undefined>,
): Promise<void> {
  for (const { webhook, undelivered, chats, files, ...identity } of kept) {
    const bot = world.bots.get(identity.id) ?? addBot(world, identity)
    for (const chat of chats) bot.chats.set(chat.id, revived(chat))
    for (const file of files) bot.files.restore({ ...file, bytes: await bytesOf(file.fileId) })
    bot.webhook.setWebhook(webhook, false)
    for (const { kind, chatId, content } of undelivered) bot.webhook.enqueue(kind, chatId, content)
  }
}

/** A message written after the last save may bear the next id already: ids go on where the clock stands. */
function revived(chat: Chat): Chat {
  return { ...chat, nextMessageId: Math.max(chat.nextMessageId, secondsSince2023()), typingUntil: 0 }
}
