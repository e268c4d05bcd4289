import * as z from 'zod/mini'
import { startOnFreePorts } from '#tests/tools/simulators/support/startedSimulators.ts'

const messagesSchema = z.array(
  z.object({ gateway: z.string(), phone: z.string(), text: z.string(), code: z.string() }),
)

type GatewayName = 'smsRu' | 'smsc'

/** The simulated SMS gateways and SmartCaptcha on ports of their own; SMS.ru is asked first. */
export async function startSms() {
  const running = await startOnFreePorts({})
  process.env['SMSRU_URL'] = `${running.url}/smsru`
  process.env['SMSC_URL'] = `${running.url}/smsc`
  process.env['SMARTCAPTCHA_URL'] = `${running.url}/smartcaptcha`
  process.env['SMS_GATEWAYS'] = 'smsru:local,smsc:local'
  const control = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${running.url}/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: HTTP ${String(response.status)}`)
    return response.json()
  }
  const all = async (query = '') => {
    const response = await fetch(`${running.url}/sms/messages${query}`)
    return messagesSchema.parse(await response.json())
  }
  const received = (phone: string) => all(`?phone=${phone.slice(1)}`)
  return {
    close: () => running.close(),
    reset: () => control('sms/control/reset', {}),
    control,
    /** The next send is refused by this code of the gateway's own. */
    refuse: (code: number, name: GatewayName = 'smsRu') => control(`sms/control/${name}/fault`, { code }),
    fault: (kind: string, name: GatewayName = 'smsRu') =>
      control(`sms/control/${name}/fault`, { kind, count: 'all' }),
    /** What came to all phones, newest first. */
    all,
    received,
    newestCode: async (phone: string): Promise<string> => (await received(phone))[0]?.code ?? '',
  }
}

export type SmsSimulator = Awaited<ReturnType<typeof startSms>>
