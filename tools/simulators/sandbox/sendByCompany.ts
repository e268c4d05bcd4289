import * as z from 'zod/mini'
import type { SandboxAccount, SandboxCustomer, SandboxMessage } from './SandboxAccount.ts'
import { SandboxRefusal } from './SandboxRefusal.ts'
import { addMessage, customerOf, isWindowOpen } from './sandboxWorld.ts'
import type { SandboxWorld } from './sandboxWorld.ts'

const MAX_TEXT = 4000

const sendSchema = z.object({
  key: z.string().check(z.minLength(1)),
  to: z.string(),
  text: z.optional(z.string()),
  template: z.optional(z.object({ id: z.string(), values: z.array(z.string()) })),
  file: z.optional(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
  replyTo: z._default(z.string(), ''),
})
type Send = z.output<typeof sendSchema>

/** Takes a message of the company. The same key is the same message, whatever else is said. */
export function sendByCompany(world: SandboxWorld, account: SandboxAccount, body: unknown): SandboxMessage {
  const read = sendSchema.safeParse(body)
  if (!read.success) throw new SandboxRefusal(400, 'bad_request', 'no message')
  if (account.failures > 0) {
    account.failures--
    throw new SandboxRefusal(500, 'broken', 'try again')
  }
  const send = read.data
  const customer = recipientOf(account, send.to)
  const sent = customer.messages.find(({ key }) => key === send.key)
  if (sent) return sent
  if (customer.isBlocked) throw new SandboxRefusal(403, 'blocked', 'the customer has blocked the account')
  return addMessage(world, customer, {
    from: 'company',
    text: wordsOf(account, customer, send),
    key: send.key,
    templateId: send.template?.id ?? '',
    fileName: send.file?.name ?? '',
    replyTo: send.replyTo,
  })
}

function recipientOf(account: SandboxAccount, to: string): SandboxCustomer {
  if (!/^\d{8,15}$/.test(to) || account.absent.has(`+${to}`))
    throw new SandboxRefusal(404, 'no_such_contact', to)
  return customerOf(account, `+${to}`)
}

function wordsOf(account: SandboxAccount, customer: SandboxCustomer, { text, template, file }: Send): string {
  if (template) return filledTemplate(account, template)
  if (!isWindowOpen(account, customer)) {
    throw new SandboxRefusal(
      403,
      'window_closed',
      'more than 24 hours since the last message of the customer',
    )
  }
  if (!text && !file) throw new SandboxRefusal(400, 'bad_request', 'nothing to send')
  if (text && text.length > MAX_TEXT)
    throw new SandboxRefusal(400, 'too_long', `more than ${String(MAX_TEXT)}`)
  return text ?? ''
}

function filledTemplate(
  { templates }: SandboxAccount,
  { id, values }: NonNullable<Send['template']>,
): string {
  const template = templates.find((known) => known.id === id)
  if (template?.state !== 'approved') throw new SandboxRefusal(400, 'template_refused', 'not approved')
  const isWhole = values.length === template.variables.length && values.every((value) => value.trim() !== '')
  if (!isWhole) throw new SandboxRefusal(400, 'template_refused', 'a value is missing')
  return template.variables.reduce(
    (body, name, at) => body.replaceAll(`{{${name}}}`, () => values[at] ?? ''),
    template.body,
  )
}
