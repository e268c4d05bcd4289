import type { Bot } from './Bot.ts'
import { messageIn, type Chat, type ChatMessage } from './Chat.ts'
import { textOf, type Content } from './content.ts'

/** What the customer sees on the phone. */
export function customerView(bot: Bot, chat: Chat): Record<string, unknown> {
  return {
    chatId: chat.id,
    customer: chat.customer,
    bot: { id: bot.id, name: bot.name, username: bot.username },
    isStarted: chat.isStarted,
    isBlocked: chat.isBlocked,
    isBotTyping: chat.typingUntil > Date.now(),
    messages: chat.messages.map((message) => messageView(bot, chat, message)),
  }
}

function messageView(bot: Bot, chat: Chat, message: ChatMessage): Record<string, unknown> {
  const original = message.replyToId === undefined ? undefined : messageIn(chat, message.replyToId)
  return {
    messageId: message.id,
    from: message.from,
    date: message.date,
    isEdited: message.editDate !== undefined,
    reaction: message.reaction,
    customerReaction: message.customerReaction ?? '',
    ...contentView(bot, message.content),
    ...(original && {
      replyTo: {
        messageId: original.id,
        from: original.from,
        kind: original.content.kind,
        text: message.quote || textOf(original.content),
      },
    }),
  }
}

function contentView(bot: Bot, content: Content): Record<string, unknown> {
  const file = 'fileId' in content ? bot.files.get(content.fileId) : undefined
  return {
    ...content,
    text: textOf(content),
    ...(file && {
      file: {
        name: file.name,
        contentType: file.contentType,
        size: file.size,
        width: file.width,
        height: file.height,
        url: `/telegram/control/bots/${bot.id}/files/${file.fileId}`,
      },
    }),
  }
}
