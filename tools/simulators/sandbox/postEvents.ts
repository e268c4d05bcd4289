import { createHmac } from 'node:crypto'
import type { SandboxAccount, SandboxCustomer, SandboxMessage } from './SandboxAccount.ts'
import type { SandboxWorld } from './sandboxWorld.ts'

const MAX_ATTEMPTS_KEPT = 50

/** Tells the account's hook; gives the status, 0 where nobody answered or there is no hook. Nothing is tried again. */
export async function postEvents(
  { changed }: SandboxWorld,
  { hook, id, attempts }: SandboxAccount,
  events: readonly object[],
): Promise<number> {
  if (!hook) return 0
  const body = JSON.stringify({ account: id, events })
  const signature = createHmac('sha256', hook.secret).update(body).digest('hex')
  const status = await post(hook.url, body, signature)
  attempts.unshift({ at: Date.now(), status })
  attempts.length = Math.min(attempts.length, MAX_ATTEMPTS_KEPT)
  changed()
  return status
}

async function post(url: string, body: string, signature: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-sandbox-signature': signature }
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) })
    return response.status
  } catch {
    return 0
  }
}

/** A customer's message on the wire. */
export function messageEvent(customer: SandboxCustomer, message: SandboxMessage): object {
  const { id, name, phone } = customer
  const quoted = customer.messages.find((each) => each.id === message.replyTo)
  return {
    type: 'message',
    id: message.id,
    contact: { id, name, phone },
    text: message.text,
    at: message.at,
    number: Number(message.id.slice(1)),
    ...(quoted && {
      replyTo: { id: quoted.id, author: quoted.from === 'customer' ? name : '', text: quoted.text },
    }),
  }
}
