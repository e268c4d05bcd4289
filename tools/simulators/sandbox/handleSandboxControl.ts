import * as z from 'zod/mini'
import type { Exchange } from '../http/Exchange.ts'
import { readControl } from '../http/readControl.ts'
import { handleRoutes } from '../http/routes.ts'
import type { Handle, Routes } from '../http/routes.ts'
import { messageEvent, postEvents } from './postEvents.ts'
import type { SandboxAccount, SandboxCustomer, SandboxMessage } from './SandboxAccount.ts'
import { addAccount, addMessage, customerOf, isWindowOpen, resetAccount } from './sandboxWorld.ts'
import type { SandboxWorld } from './sandboxWorld.ts'

const accountSchema = z.object({ name: z.string(), hasWindow: z._default(z.boolean(), true) })
const customerSchema = z.object({
  phone: z.string().check(z.regex(/^\+?\d{8,15}$/)),
  name: z._default(z.string(), ''),
})
const messageSchema = z.object({
  text: z.string().check(z.minLength(1)),
  replyTo: z._default(z.string(), ''),
  /** How long ago he wrote it: the reply window is as old. */
  agoMs: z._default(z.int().check(z.minimum(0)), 0),
})
const statusSchema = z.object({
  status: z.enum(['delivered', 'read', 'failed']),
  reason: z.optional(z.string()),
})
const numberSchema = z.object({ phone: z.string(), isThere: z.boolean() })
const resetSchema = z.object({ keepHook: z._default(z.boolean(), true) })
const templateSchema = z.object({ state: z.enum(['approved', 'pending', 'rejected']) })

/** `/sandbox/control/…`: the customers, and what shall go wrong. */
export async function handleSandboxControl(world: SandboxWorld, exchange: Exchange): Promise<void> {
  await handleRoutes(routesOf(world), { ...exchange, path: exchange.path.slice(1) })
}

function routesOf(world: SandboxWorld): Routes {
  const inAccount =
    (handle: (account: SandboxAccount, exchange: Exchange, rest: readonly string[]) => unknown): Handle =>
    async (exchange, [accountId = '', ...rest]) => {
      const account = world.accounts.get(accountId)
      const answer = account && (await handle(account, exchange, rest))
      world.changed()
      return answer
    }
  return {
    'GET accounts': () => [...world.accounts.values()].map(accountView),
    'POST accounts': async (exchange) => {
      const account = addAccount(world, await readControl(exchange, accountSchema))
      world.changed()
      return accountView(account)
    },
    'GET accounts/*': inAccount((account) => accountView(account)),
    'POST accounts/*/customers': inAccount(async (account, exchange) => {
      const { phone, name } = await readControl(exchange, customerSchema)
      return customerView(account, customerOf(account, phone, name))
    }),
    'POST accounts/*/numbers': inAccount(async (account, exchange) => {
      setThere(account, await readControl(exchange, numberSchema))
      return accountView(account)
    }),
    'POST accounts/*/templates/*': inAccount(async (account, exchange, [templateId]) => {
      const template = account.templates.find(({ id }) => id === templateId)
      return template && Object.assign(template, await readControl(exchange, templateSchema))
    }),
    'POST accounts/*/failures': inAccount(async (account, exchange) => {
      account.failures = (await readControl(exchange, z.object({ count: z.int() }))).count
      return {}
    }),
    ...customerRoutes(world, inAccount),
  }
}

function setThere({ absent }: SandboxAccount, { phone, isThere }: z.output<typeof numberSchema>): void {
  if (isThere) absent.delete(phone)
  else absent.add(phone)
}

type InAccount = (
  handle: (account: SandboxAccount, exchange: Exchange, rest: readonly string[]) => unknown,
) => Handle

function customerRoutes(world: SandboxWorld, inAccount: InAccount): Routes {
  const tell = (account: SandboxAccount, event: object) => postEvents(world, account, [event])
  return {
    'POST accounts/*/reset': inAccount(async (account, exchange) => {
      resetAccount(account, (await readControl(exchange, resetSchema)).keepHook)
      return {}
    }),
    'GET accounts/*/customers/*': inAccount((account, _exchange, [id = '']) => {
      const customer = account.customers.get(id)
      return customer && customerView(account, customer)
    }),
    'POST accounts/*/customers/*/messages': inAccount(async (account, exchange, [id = '']) => {
      const { text, replyTo, agoMs } = await readControl(exchange, messageSchema)
      const customer = customerOf(account, `+${id}`)
      const message = addMessage(world, customer, { from: 'customer', text, replyTo, at: Date.now() - agoMs })
      const status = await tell(account, messageEvent(customer, message))
      return { messageId: message.id, status }
    }),
    'POST accounts/*/customers/*/block': inAccount(async (account, exchange, [id = '']) => {
      const customer = customerOf(account, `+${id}`)
      customer.isBlocked = (await readControl(exchange, z.object({ isBlocked: z.boolean() }))).isBlocked
      return customerView(account, customer)
    }),
    ...messageRoutes(tell, inAccount),
  }
}

type Tell = (account: SandboxAccount, event: object) => Promise<number>

function messageRoutes(tell: Tell, inAccount: InAccount): Routes {
  return {
    'POST accounts/*/customers/*/messages/*/status': inAccount(
      async (account, exchange, [id = '', messageId]) => {
        const message = messageIn(account, id, messageId)
        const change = await readControl(exchange, statusSchema)
        if (!message) return undefined
        message.status = change.status
        const event = { type: 'status', id: message.id, contactId: id, at: Date.now(), ...change }
        return { status: await tell(account, event) }
      },
    ),
    'POST accounts/*/customers/*/messages/*/reaction': inAccount(
      async (account, exchange, [id = '', messageId]) => {
        const message = messageIn(account, id, messageId)
        const { emoji } = await readControl(exchange, z.object({ emoji: z.string() }))
        if (!message) return undefined
        message.customerReaction = emoji
        const emojis = emoji === '' ? [] : [emoji]
        const event = { type: 'reaction', id: message.id, contactId: id, emojis, at: Date.now() }
        return { status: await tell(account, event) }
      },
    ),
  }
}

function messageIn(account: SandboxAccount, id: string, messageId = ''): SandboxMessage | undefined {
  return account.customers.get(id)?.messages.find((message) => message.id === messageId)
}

function accountView(account: SandboxAccount): object {
  const { id, key, name, phone, hasWindow, hook, customers, templates, absent, attempts } = account
  return {
    id,
    key,
    name,
    phone,
    hasWindow,
    isConnected: hook !== undefined,
    attempts,
    templates,
    absent: [...absent],
    customers: [...customers.values()].map((customer) => customerView(account, customer)),
  }
}

function customerView(account: SandboxAccount, customer: SandboxCustomer): object {
  return {
    ...customer,
    isWindowOpen: isWindowOpen(account, customer),
    isCompanyTyping: customer.typingUntil > Date.now(),
  }
}
