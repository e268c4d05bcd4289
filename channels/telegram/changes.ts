import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { MessageChanges, Reactions, Signals, StandingMessage } from '../adapter.ts'
import { callBotApi } from './callBotApi.ts'
import { telegramManifest } from './manifest.ts'
import { reactionEmoji } from './manifest.ts'
import type { TelegramSettings } from './settings.ts'
import { signed } from './signed.ts'

const { textLength, captionLength } = telegramManifest.limits

const addressOf = ({ conversationExternalId, externalId }: StandingMessage) => ({
  chat_id: conversationExternalId,
  message_id: Number(externalId),
})

/** What Telegram says where all is as it was asked for. */
const NOT_MODIFIED = /message is not modified/
const GONE_ALREADY = /message to delete not found/

/** Why nothing was changed, in words of ours; https://core.telegram.org/bots/api tells of none of them. */
const REFUSALS: readonly (readonly [words: RegExp, reason: string])[] = [
  [/message to (edit|react) not found|MESSAGE_ID_INVALID/, 'messageGone'],
  [/message can't be deleted/, 'tooLateToDelete'],
  [/message can't be edited/, 'tooLateToEdit'],
  [/REACTION_INVALID/, 'reactionRefused'],
]

async function asked(call: Promise<unknown>, isSo?: RegExp): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    const { code, detail } = error
    if (isSo?.test(detail)) return
    const known = REFUSALS.find(([words]) => words.test(detail))
    throw known ? new ProviderError(code, { reason: known[1], detail, cause: error }) : error
  }
}

export const telegramChanges: MessageChanges<TelegramSettings> = {
  edit: (message, change, { token }, context) => {
    const json = message.hasAttachments
      ? { ...addressOf(message), caption: signed(change, captionLength) }
      : { ...addressOf(message), text: signed(change, textLength) }
    const method = message.hasAttachments ? 'editMessageCaption' : 'editMessageText'
    return asked(callBotApi(context, token, method, { json }), NOT_MODIFIED)
  },
  delete: (message, { token }, context) =>
    asked(callBotApi(context, token, 'deleteMessage', { json: addressOf(message) }), GONE_ALREADY),
}

/** Telegram's list has its hearts and doves without the mark that keyboards put after them. */
const bare = (emoji: string) => emoji.replaceAll('\uFE0F', '')

export const telegramReactions: Reactions<TelegramSettings> = {
  react: (message, emoji, { token }, context) => {
    const known = reactionEmoji.find((each) => bare(each) === bare(emoji)) ?? emoji
    const reaction = emoji === '' ? [] : [{ type: 'emoji', emoji: known }]
    return asked(
      callBotApi(context, token, 'setMessageReaction', { json: { ...addressOf(message), reaction } }),
    )
  },
}

export const telegramSignals: Signals<TelegramSettings> = {
  async typing(chatId, { token }, context) {
    await callBotApi(context, token, 'sendChatAction', { json: { chat_id: chatId, action: 'typing' } })
  },
}
