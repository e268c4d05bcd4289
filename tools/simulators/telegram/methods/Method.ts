import type { Call } from '../../http/readCall.ts'
import type { Bot } from '../Bot.ts'
import type { TelegramWorld } from '../world.ts'

export interface BotCall extends Call {
  readonly world: TelegramWorld
  readonly bot: Bot
}

/** Gives the `result`, or throws a BotApiError. */
export type Method = (call: BotCall) => unknown
