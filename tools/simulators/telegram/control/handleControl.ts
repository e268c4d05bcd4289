import * as z from 'zod/mini'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { Exchange } from '../../http/Exchange.ts'
import { readControl } from '../../http/readControl.ts'
import { handleRoutes, type Handle, type Routes } from '../../http/routes.ts'
import type { Bot } from '../Bot.ts'
import type { Chat } from '../Chat.ts'
import { customerView } from '../customerView.ts'
import { NO_WEBHOOK_FAULT, sendFaultSchema, webhookFaultSchema } from '../faults.ts'
import { RATE_LIMITS } from '../RateLimiter.ts'
import { addBot, addChat, resetBot, type TelegramWorld } from '../world.ts'
import { answerFile } from './answerFile.ts'
import { botView } from './botView.ts'
import {
  deleteAsCustomer,
  editAsCustomer,
  reactAsCustomer,
  setBlocked,
  writeAsCustomer,
} from './customerActs.ts'
import { customerMessageSchema } from './customerMessageSchema.ts'

const MAX_BOTS = 1_000

const botSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(64)),
  username: z.string().check(z.regex(/^[A-Za-z0-9_]{5,32}$/)),
})

const customerSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(128)),
  username: z._default(z.string().check(z.regex(/^[A-Za-z0-9_]{0,32}$/)), ''),
  phone: z._default(z.string().check(z.regex(/^(\+?\d{5,15})?$/)), ''),
  /** For those who want the same customer again. */
  id: z.optional(z.int().check(z.positive())),
  /** Has written to the bot before, so that it may write first now. */
  isStarted: z._default(z.boolean(), false),
})

const settingsSchema = z.partial(
  z.strictObject({
    clockFactor: z.number().check(z.positive(), z.maximum(1_000_000)),
    webhookTimeoutMs: z.int().check(z.positive()),
    strictHttps: z.boolean(),
    rateLimits: z.enum(RATE_LIMITS),
  }),
)

/** Null takes a fault back; what is not named stays. */
const faultsSchema = z.strictObject({
  sends: z.optional(z.nullable(sendFaultSchema)),
  webhooks: z.optional(z.nullable(webhookFaultSchema)),
})

const textSchema = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(4096)) })
const reactionSchema = z.strictObject({ emoji: z.string().check(z.maxLength(16)) })
const emptySchema = z.strictObject({})
const blockSchema = z.strictObject({ blocked: z.boolean() })
const resetSchema = z.strictObject({ keepWebhook: z._default(z.boolean(), true) })

/** `/control/…`: what the page, the tests and the benches drive the simulator with. */
export async function handleControl(world: TelegramWorld, exchange: Exchange): Promise<void> {
  await handleRoutes(
    { ...worldRoutes(world), ...botRoutes(world), ...customerRoutes(world) },
    inControl(exchange),
  )
  if (exchange.method !== 'GET') world.changed()
}

function inControl(exchange: Exchange): Exchange {
  return { ...exchange, path: exchange.path.slice(1) }
}

function worldRoutes(world: TelegramWorld): Routes {
  return {
    'GET settings': () => world.settings,
    'POST settings': async (exchange) => {
      Object.assign(world.settings, await readControl(exchange, settingsSchema))
      world.clock.setFactor(world.settings.clockFactor)
      return world.settings
    },
    'POST reset': async (exchange) => {
      const { keepWebhook } = await readControl(exchange, resetSchema)
      world.bots.forEach((bot) => resetBot(bot, keepWebhook))
      return { ok: true }
    },
    'GET bots': () => [...world.bots.values()].map(botView),
    'POST bots': async (exchange) => botView(createBot(world, await readControl(exchange, botSchema))),
  }
}

function createBot(world: TelegramWorld, identity: z.output<typeof botSchema>): Bot {
  if (world.bots.size >= MAX_BOTS) throw new InvalidInputError([`bots: ${MAX_BOTS} are enough`])
  const id = Math.max(...world.bots.keys()) + 1
  return addBot(world, { ...identity, id, token: `${id}:local-bot-token-${String(id).padStart(10, '0')}` })
}

function botRoutes(world: TelegramWorld): Routes {
  const ofBot = forBot(world)
  return {
    'GET bots/*': ofBot(botView),
    'GET bots/*/files/*': ofBot((bot, { response }, fileId) => answerFile(response, bot, fileId)),
    'POST bots/*/faults': ofBot(async (bot, exchange) => {
      const { sends, webhooks } = await readControl(exchange, faultsSchema)
      if (sends !== undefined) bot.sendFault = sends ?? undefined
      if (webhooks !== undefined) bot.webhook.setFault(webhooks ?? NO_WEBHOOK_FAULT)
      return botView(bot)
    }),
    'POST bots/*/reset': ofBot(async (bot, exchange) => {
      resetBot(bot, (await readControl(exchange, resetSchema)).keepWebhook)
      return botView(bot)
    }),
    'POST bots/*/customers': ofBot(async (bot, exchange) => {
      const { id, name, username, phone, isStarted } = await readControl(exchange, customerSchema)
      const known = id === undefined ? undefined : bot.chats.get(id)
      const [firstName = '', ...rest] = name.split(' ')
      const customer = { firstName, lastName: rest.join(' '), username, phone }
      const chat = known ?? addChat(world, bot, customer, id)
      chat.isStarted ||= isStarted
      return customerView(bot, chat)
    }),
  }
}

function customerRoutes(world: TelegramWorld): Routes {
  const ofChat = forChat(world)
  return {
    'GET bots/*/customers/*/view': ofChat(customerView),
    'POST bots/*/customers/*/messages': ofChat(async (bot, chat, exchange) =>
      writeAsCustomer(bot, chat, await readControl(exchange, customerMessageSchema)),
    ),
    'POST bots/*/customers/*/messages/*': ofChat(async (bot, chat, exchange, messageId) =>
      editAsCustomer(bot, chat, Number(messageId), (await readControl(exchange, textSchema)).text),
    ),
    'POST bots/*/customers/*/messages/*/reaction': ofChat(async (bot, chat, exchange, messageId) =>
      reactAsCustomer(bot, chat, Number(messageId), (await readControl(exchange, reactionSchema)).emoji),
    ),
    'POST bots/*/customers/*/messages/*/delete': ofChat(async (_bot, chat, exchange, messageId) => {
      await readControl(exchange, emptySchema)
      return deleteAsCustomer(chat, Number(messageId))
    }),
    'POST bots/*/customers/*/block': ofChat(async (bot, chat, exchange) =>
      setBlocked(bot, chat, (await readControl(exchange, blockSchema)).blocked),
    ),
  }
}

type HandleBot = (bot: Bot, exchange: Exchange, ...captures: string[]) => unknown
type HandleChat = (bot: Bot, chat: Chat, exchange: Exchange, ...captures: string[]) => unknown

function forBot(world: TelegramWorld): (handle: HandleBot) => Handle {
  return (handle) =>
    (exchange, [botId, ...captures]) => {
      const bot = world.bots.get(Number(botId))
      return bot && handle(bot, exchange, ...captures)
    }
}

function forChat(world: TelegramWorld): (handle: HandleChat) => Handle {
  return (handle) =>
    forBot(world)((bot, exchange, chatId, ...captures) => {
      const chat = bot.chats.get(Number(chatId))
      return chat && handle(bot, chat, exchange, ...captures)
    })
}
