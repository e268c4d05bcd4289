import { localPort } from '#shared/local/ports.ts'
import { localUrl } from '#tools/stack/layout.ts'
import { postJson } from './callAs.ts'

export interface SimulatedBot {
  readonly id: number
  readonly token: string
}

/** The bot of the demo company; the simulator has it from its start. */
export const DEMO_BOT: SimulatedBot = { id: 100001, token: '100001:demo-bot-token-for-local-use-0001' }

export interface SimulatedCustomer {
  readonly id: number
  readonly name: string
  readonly username?: string
  readonly phone?: string
  /** He has written to the bot before: it may write to him. */
  readonly isStarted?: boolean
}

const control = `${localUrl(localPort(Number(process.env['BASE_PORT']), 'simulators'))}/telegram/control`

export async function simulatedBots(): Promise<readonly SimulatedBot[]> {
  return (await (await fetch(`${control}/bots`)).json()) as SimulatedBot[]
}

/** Makes the customer known to the simulated Telegram; one that is known stays as he is. */
export async function introduceCustomer(bot: SimulatedBot, customer: SimulatedCustomer): Promise<void> {
  await postJson(`${control}/bots/${String(bot.id)}/customers`, customer)
}

/** Lets the customer write, at a time of our choosing; the bot's webhook tells the product. */
export async function writeAsCustomer(
  bot: SimulatedBot,
  customerId: number,
  text: string,
  sentAt: number,
): Promise<void> {
  const url = `${control}/bots/${String(bot.id)}/customers/${String(customerId)}/messages`
  await postJson(url, { text, date: Math.floor(sentAt / 1000) })
}
