import { badRequest } from '../badRequest.ts'
import { flagParameter, integerParameter, jsonParameter, textParameter } from '../parameters.ts'
import { ALLOWED_UPDATES } from '../webhook/updateKinds.ts'
import type { BotCall, Method } from './Method.ts'

const PORTS = ['', '80', '88', '443', '8443']
const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]']

export const setWebhook: Method = (call) => {
  const url = textParameter(call, 'url')
  const dropPending = flagParameter(call, 'drop_pending_updates')
  const { webhook } = call.bot
  if (url === '') webhook.deleteWebhook(dropPending)
  else {
    const settings = {
      url: checkedUrl(url, call.world.settings.strictHttps),
      secret: secretOf(call),
      maxConnections: Math.min(100, Math.max(1, integerParameter(call, 'max_connections') ?? 40)),
      allowed: allowedOf(call),
    }
    webhook.setWebhook(settings, dropPending)
  }
  return true
}

function checkedUrl(text: string, isStrict: boolean): string {
  const url = URL.parse(text)
  if (!url) throw badRequest('invalid webhook URL specified')
  if (!['http:', 'https:'].includes(url.protocol) || (isStrict && url.protocol === 'http:')) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  }
  if (isStrict && !PORTS.includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
  if (!THIS_MACHINE.includes(url.hostname)) {
    throw badRequest('bad webhook: the simulator sends webhooks to this machine only')
  }
  return url.href
}

function secretOf(call: BotCall): string {
  const secret = textParameter(call, 'secret_token')
  if (secret.length > 256) throw badRequest('secret token is too long')
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters')
  return secret
}

/** Absent: as before. Empty: Telegram's own choice. Unknown names are passed over. */
function allowedOf(call: BotCall): readonly string[] | undefined {
  const given = jsonParameter(call, 'allowed_updates', 'allowed updates')
  if (given === undefined) return call.bot.webhook.settings.allowed
  if (!Array.isArray(given)) throw badRequest('array expected as allowed updates')
  const known = ALLOWED_UPDATES.filter((name) => given.includes(name))
  return known.length > 0 ? known : undefined
}
