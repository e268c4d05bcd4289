import * as z from 'zod/mini'
import { startSimulators } from '#tools/simulators/startSimulators.ts'

const messagesSchema = z.array(z.object({ phone: z.string(), text: z.string(), code: z.string() }))

/** The simulated SMS gateway on ports of its own. */
export async function startSms(basePort: number) {
  const running = await startSimulators({ basePort })
  process.env['SMS_GATEWAY_URL'] = `${running.url}/sms`
  process.env['SMS_GATEWAY_KEY'] = 'local'
  const control = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${running.url}/sms/control/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: HTTP ${String(response.status)}`)
  }
  const received = async (phone: string) => {
    const response = await fetch(`${running.url}/sms/messages?phone=${phone.slice(1)}`)
    return messagesSchema.parse(await response.json())
  }
  return {
    close: () => running.close(),
    reset: () => control('reset', {}),
    /** The gateway refuses by this code of its own, once. */
    refuse: (code: number) => control('fault', { code }),
    /** What came to a phone, newest first. */
    received,
    newestCode: async (phone: string): Promise<string> => (await received(phone))[0]?.code ?? '',
  }
}

export type SmsSimulator = Awaited<ReturnType<typeof startSms>>
