import * as z from 'zod/mini'
import { startSimulators } from '#tools/simulators/startSimulators.ts'

export const SANDBOX_KEY = 'sandbox-key-0001'
export const SANDBOX_ACCOUNT = 'sb-1'
export const OPEN_LINE_KEY = 'sandbox-key-0003'
export const OPEN_LINE_ACCOUNT = 'sb-3'

const customerSchema = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      text: z.string(),
      templateId: z.string(),
      fileName: z.string(),
      status: z.string(),
    }),
  ),
})
const accountSchema = z.object({ customers: z.array(z.extend(customerSchema, { id: z.string() })) })

/** The simulated provider that can do everything, on ports of its own. */
export async function startSandbox(basePort: number, account = SANDBOX_ACCOUNT) {
  const running = await startSimulators({ basePort })
  process.env['PROVIDER_URL_SANDBOX'] = `${running.url}/sandbox`
  process.env['PROVIDER_URL_OPENLINE'] = `${running.url}/openline`
  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${running.url}/sandbox/control/accounts/${account}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: HTTP ${String(response.status)} ${await response.text()}`)
    return response.json()
  }
  return {
    url: running.url,
    close: () => running.close(),
    control,
    reset: () => control('/reset', { keepHook: false }),
    /** What the owner of a phone has got from the company, oldest first. */
    async sentTo(phone: string) {
      const { customers } = accountSchema.parse(await control(''))
      const customer = customers.find(({ id }) => `+${id}` === phone)
      return (customer?.messages ?? []).filter(({ from }) => from === 'company')
    },
    write: (phone: string, text: string, agoMs = 0) =>
      control(`/customers/${phone.slice(1)}/messages`, { text, agoMs }),
  }
}

export type SandboxSimulator = Awaited<ReturnType<typeof startSandbox>>
