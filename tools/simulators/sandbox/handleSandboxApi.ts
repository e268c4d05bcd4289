import * as z from 'zod/mini'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { answerJson } from '../http/answerJson.ts'
import type { Exchange } from '../http/Exchange.ts'
import { readControl } from '../http/readControl.ts'
import type { SandboxAccount, SandboxCustomer, SandboxMessage } from './SandboxAccount.ts'
import { SandboxRefusal } from './SandboxRefusal.ts'
import { sendByCompany } from './sendByCompany.ts'
import { customerOf } from './sandboxWorld.ts'
import type { SandboxWorld } from './sandboxWorld.ts'

const TYPING_MS = 6000

interface Asked {
  readonly world: SandboxWorld
  readonly account: SandboxAccount
  readonly exchange: Exchange
}

/** `/sandbox/v1/…` */
export async function handleSandboxApi(world: SandboxWorld, exchange: Exchange): Promise<void> {
  try {
    const account = accountOf(world, exchange)
    const answer = await answerTo({ world, account, exchange })
    world.changed()
    answerJson(exchange.response, 200, answer)
  } catch (error) {
    if (error instanceof SandboxRefusal) {
      answerJson(exchange.response, error.status, { error: error.code, detail: error.message })
    } else if (error instanceof InvalidInputError) {
      answerJson(exchange.response, 400, { error: 'bad_request', detail: error.message })
    } else throw error
  }
}

function accountOf({ accounts }: SandboxWorld, { request }: Exchange): SandboxAccount {
  const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const account = [...accounts.values()].find((known) => known.key === key)
  if (!account) throw new SandboxRefusal(401, 'unauthorized', 'unknown key')
  return account
}

type Answering = (asked: Asked, parts: readonly string[]) => unknown

const ROUTES: Readonly<Record<string, Answering>> = {
  'GET account': ({ account: { id, name, phone } }) => ({ id, name, phone }),
  'PUT hook': async ({ account, exchange }) => {
    account.hook = await readControl(exchange, z.object({ url: z.string(), secret: z.string() }))
    return {}
  },
  'DELETE hook': ({ account }) => {
    account.hook = undefined
    return {}
  },
  'GET templates': ({ account }) => ({ templates: account.templates }),
  'POST contacts/find': findContact,
  'POST messages': async ({ world, account, exchange }) => {
    const { id } = sendByCompany(world, account, await readControl(exchange, z.unknown()))
    return { id }
  },
  'POST chats/*/typing': ({ account }, [chatId]) => {
    chatOf(account, chatId).typingUntil = Date.now() + TYPING_MS
    return {}
  },
  'PATCH chats/*/messages/*': async ({ account, exchange }, parts) => {
    const { text } = await readControl(exchange, z.object({ text: z.string() }))
    const message = companyMessage(account, parts)
    Object.assign(message, { text, isEdited: true })
    return {}
  },
  'DELETE chats/*/messages/*': ({ account }, parts) => {
    companyMessage(account, parts).isDeleted = true
    return {}
  },
  'PUT chats/*/messages/*/reaction': async ({ account, exchange }, parts) => {
    const { emoji } = await readControl(exchange, z.object({ emoji: z.string() }))
    messageOf(account, parts).companyReaction = emoji
    return {}
  },
  'POST chats/*/messages/*/read': ({ account }, [chatId, messageId]) => {
    const { messages } = chatOf(account, chatId)
    const upTo = messages.findIndex(({ id }) => id === messageId)
    for (const message of messages.slice(0, upTo + 1)) message.isSeen = message.from === 'customer'
    return {}
  },
}

function answerTo(asked: Asked): unknown {
  const { method, path } = asked.exchange
  const parts = path.slice(1)
  for (const [pattern, answering] of Object.entries(ROUTES)) {
    const [wantedMethod, wantedPath = ''] = pattern.split(' ')
    const wanted = wantedPath.split('/')
    const fits =
      wanted.length === parts.length && wanted.every((part, at) => part === '*' || part === parts[at])
    if (method === wantedMethod && fits)
      return answering(
        asked,
        parts.filter((_, at) => wanted[at] === '*'),
      )
  }
  throw new SandboxRefusal(404, 'no_such_method', parts.join('/'))
}

async function findContact({ account, exchange }: Asked): Promise<unknown> {
  const { phone } = await readControl(
    exchange,
    z.object({ phone: z.string().check(z.regex(/^\+\d{8,15}$/)) }),
  )
  if (account.absent.has(phone)) return { contact: null }
  const known = account.customers.get(phone.slice(1))
  return { contact: { id: phone.slice(1), name: known?.name ?? '' } }
}

function chatOf(account: SandboxAccount, chatId = ''): SandboxCustomer {
  const known = account.customers.get(chatId)
  if (known) return known
  if (!/^\d{8,15}$/.test(chatId) || account.absent.has(`+${chatId}`)) {
    throw new SandboxRefusal(404, 'no_such_contact', chatId)
  }
  return customerOf(account, `+${chatId}`)
}

function messageOf(account: SandboxAccount, [chatId, messageId]: readonly string[]): SandboxMessage {
  const message = chatOf(account, chatId).messages.find(({ id }) => id === messageId)
  if (!message) throw new SandboxRefusal(404, 'no_such_message', messageId ?? '')
  return message
}

function companyMessage(account: SandboxAccount, parts: readonly string[]): SandboxMessage {
  const message = messageOf(account, parts)
  if (message.from !== 'company') throw new SandboxRefusal(403, 'not_yours', message.id)
  return message
}
