import { createHash, timingSafeEqual } from 'node:crypto'
import type { ChannelAdapter } from '../adapter.ts'
import { telegramChanges, telegramReactions, telegramSignals } from './changes.ts'
import { telegramConnection } from './connection.ts'
import { telegramMedia } from './fetchFile.ts'
import { telegramManifest } from './manifest.ts'
import { parseUpdate } from './receive.ts'
import { sendMessage } from './send.ts'
import type { TelegramSettings } from './settings.ts'
import { telegramSettingsSchema } from './settings.ts'

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

const digest = (text: string) => createHash('sha256').update(text).digest()

export const telegram: ChannelAdapter<TelegramSettings> = {
  manifest: telegramManifest,
  settingsSchema: telegramSettingsSchema,
  authenticate: ({ headers }, { secret }) =>
    timingSafeEqual(digest(headers[SECRET_HEADER] ?? ''), digest(secret)) && secret !== '',
  parse: parseUpdate,
  send: sendMessage,
  connection: telegramConnection,
  media: telegramMedia,
  changes: telegramChanges,
  reactions: telegramReactions,
  signals: telegramSignals,
}
