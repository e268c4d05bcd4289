import { startSimulators } from '#tools/simulators/startSimulators.ts'
import type { RunningSimulators } from '#tools/simulators/startSimulators.ts'
import * as z from 'zod/mini'

const viewSchema = z.object({
  messages: z.array(z.object({ from: z.string(), text: z.string() })),
})

export const BOT_TOKEN = '100001:demo-bot-token-for-local-use-0001'
const BOT_ID = '100001'

/** The simulated Bot API on ports of its own, with one customer who has started the bot. */
export async function startTelegram(basePort: number) {
  const running: RunningSimulators = await startSimulators({ basePort })
  process.env['PROVIDER_URL_TELEGRAM'] = `${running.url}/telegram`
  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${running.url}/telegram/control/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: HTTP ${String(response.status)} ${await response.text()}`)
    return response.json()
  }
  return {
    url: running.url,
    close: () => running.close(),
    control,
    reset: async (customerId: number) => {
      await control(`bots/${BOT_ID}/reset`, {})
      await control(`bots/${BOT_ID}/faults`, { sends: null, webhooks: null })
      await control(`bots/${BOT_ID}/customers`, { name: 'Анна Светлова', id: customerId })
      // A bot may answer only those who have written to it.
      await control(`bots/${BOT_ID}/customers/${String(customerId)}/messages`, { text: '/start' })
    },
    fault: (kind: string, count: number | 'all' = 1, retryAfter = 3) =>
      control(`bots/${BOT_ID}/faults`, { sends: { kind, count, retryAfter } }),
    heal: () => control(`bots/${BOT_ID}/faults`, { sends: null }),
    block: (customerId: number, blocked = true) =>
      control(`bots/${BOT_ID}/customers/${String(customerId)}/block`, { blocked }),
    /** What the customer sees of the bot's answers, oldest first. */
    seenBy: async (customerId: number): Promise<string[]> => {
      const view = viewSchema.parse(await control(`bots/${BOT_ID}/customers/${String(customerId)}/view`))
      return view.messages.filter(({ from }) => from === 'bot').map(({ text }) => text)
    },
  }
}

export type TelegramSimulator = Awaited<ReturnType<typeof startTelegram>>
