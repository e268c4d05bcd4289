import { createClock, type Clock } from '../clock.ts'
import type { Bot } from './Bot.ts'
import type { Chat, Customer } from './Chat.ts'
import { FileStore } from './FileStore.ts'
import { RateLimiter, type RateLimits } from './RateLimiter.ts'
import { WebhookSender } from './webhook/WebhookSender.ts'

export interface TelegramSettings {
  /** How much faster than the wall's the simulator's waits and limits run. */
  clockFactor: number
  /** In wall milliseconds. */
  webhookTimeoutMs: number
  /** Refuses what Telegram refuses, even where this machine is meant: http and odd ports. */
  strictHttps: boolean
  rateLimits: RateLimits
}

/** Everything the simulated Telegram knows. */
export interface TelegramWorld {
  readonly settings: TelegramSettings
  readonly clock: Clock
  readonly bots: Map<number, Bot>
  /** Called after every change that someone may look at. */
  readonly changed: () => void
  nextChatId: number
}

export const DEFAULT_TELEGRAM_SETTINGS: TelegramSettings = {
  clockFactor: 1,
  webhookTimeoutMs: 60_000,
  strictHttps: false,
  rateLimits: 'lenient',
}

const KNOWN_BOTS = [
  {
    id: 100001,
    token: '100001:demo-bot-token-for-local-use-0001',
    username: 'teply_dom_bot',
    name: 'Тёплый дом',
  },
  {
    id: 100002,
    token: '100002:demo-bot-token-for-local-use-0002',
    username: 'uyut_remont_bot',
    name: 'Уют Ремонт',
  },
]

const MAX_CHATS = 2_000

/**
 * What outlives a restart here may be a moment older than what was received: ids begin where the clock stands,
 * so that a new message never bears an old one's id.
 */
export const secondsSince2023 = () => Math.floor(Date.now() / 1000) - 1_700_000_000

export function createWorld(given: Partial<TelegramSettings>, changed: () => void): TelegramWorld {
  const settings = { ...DEFAULT_TELEGRAM_SETTINGS, ...given }
  const world: TelegramWorld = {
    settings,
    clock: createClock(settings.clockFactor),
    bots: new Map(),
    changed,
    nextChatId: 7_000_000_000 + secondsSince2023() * 10,
  }
  KNOWN_BOTS.forEach((known) => addBot(world, known))
  return world
}

export function addBot(world: TelegramWorld, identity: Pick<Bot, 'id' | 'token' | 'username' | 'name'>): Bot {
  const bot: Bot = {
    ...identity,
    chats: new Map(),
    files: new FileStore(),
    limiter: new RateLimiter(world.clock),
    webhook: new WebhookSender(world, secondsSince2023() * 10),
    sendFault: undefined,
  }
  world.bots.set(bot.id, bot)
  return bot
}

export function addChat(world: TelegramWorld, bot: Bot, customer: Customer, id = world.nextChatId++): Chat {
  const chat: Chat = {
    id,
    customer,
    messages: [],
    nextMessageId: secondsSince2023(),
    isStarted: false,
    isBlocked: false,
    typingUntil: 0,
  }
  bot.chats.set(id, chat)
  const [oldest] = bot.chats.keys()
  if (bot.chats.size > MAX_CHATS && oldest !== undefined) bot.chats.delete(oldest)
  return chat
}

/** Back to a bot that nobody knows; its webhook stays unless told otherwise. */
export function resetBot(bot: Bot, keepWebhook: boolean): void {
  bot.chats.clear()
  bot.files.clear()
  bot.limiter.clear()
  bot.sendFault = undefined
  bot.webhook.reset(keepWebhook)
}
