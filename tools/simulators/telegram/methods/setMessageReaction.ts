import { badRequest } from '../badRequest.ts'
import { messageIn } from '../Chat.ts'
import { integerParameter, isObject, jsonParameter } from '../parameters.ts'
import { chatOf } from './chatOf.ts'
import type { Method } from './Method.ts'

/** https://core.telegram.org/bots/api#reactiontypeemoji */
export const EMOJI: ReadonlySet<string> = new Set(
  (
    '👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 ' +
    '🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
)

export const setMessageReaction: Method = (call) => {
  const chat = chatOf(call)
  const message = messageIn(chat, integerParameter(call, 'message_id') ?? 0)
  if (!message) throw badRequest('message to react not found')
  const reactions = jsonParameter(call, 'reaction', 'reaction types') ?? []
  if (!Array.isArray(reactions)) throw badRequest('expected an Array of reaction types')
  message.reaction = emojiOf(reactions)
  return true
}

/** A bot may set one reaction; none takes it back. */
function emojiOf([reaction, ...more]: unknown[]): string {
  if (reaction === undefined) return ''
  if (more.length > 0) throw badRequest('REACTIONS_TOO_MANY')
  const emoji = isObject(reaction) && reaction['type'] === 'emoji' ? reaction['emoji'] : undefined
  if (typeof emoji !== 'string' || !EMOJI.has(emoji)) throw badRequest('REACTION_INVALID')
  return emoji
}
