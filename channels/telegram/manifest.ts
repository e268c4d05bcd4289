import { HOUR_MS } from '#shared/domain/time.ts'
import type { ChannelManifest } from '../manifest.ts'

const MEGABYTE = 1024 * 1024

/** The emoji a bot may react with, exactly so: https://core.telegram.org/bots/api#reactiontypeemoji */
export const reactionEmoji: readonly string[] = (
  '👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 ' +
  '🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
).split(' ')

export const telegramManifest: ChannelManifest = {
  kind: 'telegram',
  label: { ru: 'Telegram-бот', en: 'Telegram bot' },
  description: { ru: 'Токен от BotFather', en: 'Token from BotFather' },
  glyph: 'M2,21L23,12L2,3V10L17,12L2,14V21Z',
  facts: [
    { is: 'ability', text: { ru: 'Подключение за минуту', en: 'Connected in a minute' } },
    { is: 'limit', text: { ru: 'Клиент пишет первым', en: 'The contact writes first' } },
  ],
  fields: [
    {
      name: 'token',
      label: { ru: 'Токен бота', en: 'Bot token' },
      hint: {
        ru: 'Откройте @BotFather, отправьте /mybots, выберите бота и нажмите API Token',
        en: 'Open @BotFather, send /mybots, choose the bot and press API Token',
      },
      secret: true,
      pattern: '^\\d{5,20}:[A-Za-z0-9_-]{20,64}$',
    },
  ],
  defaultBaseUrl: 'https://api.telegram.org',
  supports: {
    writeFirst: false,
    approvedTemplates: false,
    edit: true,
    delete: true,
    quote: true,
    reactions: true,
    typing: true,
    readMarks: false,
    receipts: 'sent',
    idempotentSend: false,
  },
  limits: {
    textLength: 4096,
    captionLength: 1024,
    // The Bot API takes uploads up to 50 MB.
    attachmentSize: 50 * MEGABYTE,
    attachmentsPerMessage: 1,
    replyWindowMs: null,
    editWindowMs: null,
    // https://core.telegram.org/bots/api#deletemessage
    deleteWindowMs: 48 * HOUR_MS,
    reactionEmoji,
  },
}
