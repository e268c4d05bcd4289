import * as z from 'zod/mini'
import type { ChannelConnection, ChannelContext } from '../adapter.ts'
import { callSandbox } from './callSandbox.ts'
import type { SandboxSettings } from './settings.ts'

const accountSchema = z.object({ id: z.string(), name: z.string(), phone: z.string() })

async function identify(key: string, context: ChannelContext) {
  const { id, name, phone } = accountSchema.parse(
    await callSandbox(context, key, { method: 'GET', path: 'account' }),
  )
  return { accountId: id, name, handle: phone }
}

export const sandboxConnection: ChannelConnection<SandboxSettings> = {
  identify: (form, context) => identify(form['key'] ?? '', context),

  async connect(form, { hookUrl, secret }, context) {
    const key = form['key'] ?? ''
    const account = await identify(key, context)
    const json = { url: hookUrl(account.accountId), secret }
    await callSandbox(context, key, { method: 'PUT', path: 'hook', json })
    return { ...account, settings: { key, secret } }
  },

  async disconnect({ key }, context) {
    await callSandbox(context, key, { method: 'DELETE', path: 'hook' })
  },
}
