import * as z from 'zod/mini'
import type { ChannelConnection, ChannelContext } from '../adapter.ts'
import { callBotApi } from './callBotApi.ts'
import type { TelegramSettings } from './settings.ts'

const botSchema = z.object({ id: z.int(), first_name: z.string(), username: z.string() })

const ALLOWED_UPDATES = ['message', 'edited_message', 'message_reaction']

async function identify(token: string, context: ChannelContext) {
  const bot = botSchema.parse(await callBotApi(context, token, 'getMe', {}))
  return { accountId: String(bot.id), name: bot.first_name, handle: `@${bot.username}` }
}

export const telegramConnection: ChannelConnection<TelegramSettings> = {
  identify: (form, context) => identify(form['token'] ?? '', context),

  async connect(form, options, context) {
    const token = form['token'] ?? ''
    const account = await identify(token, context)
    const { secret } = options
    await callBotApi(context, token, 'setWebhook', {
      json: {
        url: options.hookUrl(account.accountId),
        secret_token: secret,
        allowed_updates: ALLOWED_UPDATES,
      },
    })
    return { ...account, settings: { token, secret } }
  },

  async disconnect({ token }, context) {
    await callBotApi(context, token, 'deleteWebhook', { json: {} })
  },
}
