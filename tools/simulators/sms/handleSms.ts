import * as z from 'zod/mini'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { Exchange } from '../http/Exchange.ts'
import { readControl } from '../http/readControl.ts'
import { handleRoutes, type Handle, type Routes } from '../http/routes.ts'
import { smsFaultSchema, type SmsFault } from './faults.ts'
import type { Gateways } from './Gateways.ts'
import type { SmsAccount } from './SmsAccount.ts'
import type { GatewayName } from './SmsInbox.ts'
import { isSmscErrorCode } from './smsc/smscErrors.ts'
import { handleSmsRu } from './smsRu/handleSmsRu.ts'
import { isSmsRuCode } from './smsRu/smsRuStatus.ts'

const balanceSchema = z.strictObject({ balance: z.number() })
const limitSchema = z.strictObject({ dailyLimit: z.int().check(z.minimum(0)) })

/** The kind may be left out where there is a code. */
const faultSchema = z.union([
  smsFaultSchema,
  z.pipe(
    z.extend(z.omit(smsFaultSchema, { kind: true }), { code: z.int() }),
    z.transform((fault): SmsFault => ({ ...fault, kind: 'code' })),
  ),
])

const GATEWAY_NAMES = ['smsRu', 'smsc'] as const satisfies readonly GatewayName[]
const isCodeOf = { smsRu: isSmsRuCode, smsc: isSmscErrorCode }

/** `/messages` and `/control/…`, for page and tests. SMS.ru is spoken at this address too. */
export async function handleSms(gateways: Gateways, exchange: Exchange, changed: () => void): Promise<void> {
  const [area = ''] = exchange.path
  const isWire = ['sms', 'my'].includes(area)
  if (isWire) await handleSmsRu(gateways.smsRu, exchange)
  else await handleRoutes(routesOf(gateways), exchange)
  if (isWire || exchange.method !== 'GET') changed()
}

function routesOf(gateways: Gateways): Routes {
  return {
    'GET messages': ({ query }) => {
      const phone = query.get('phone')?.replace(/\D/g, '')
      return gateways.inbox.messages.filter((message) => phone === undefined || message.phone === phone)
    },
    'GET control': () => GATEWAY_NAMES.map((name) => accountView(name, gateways[name].account)),
    'POST control/reset': () => {
      gateways.reset()
      return { ok: true }
    },
    ...accountRoutes(gateways, 'control', 'smsRu'),
    ...accountRoutes(gateways, 'control/smsRu', 'smsRu'),
    ...accountRoutes(gateways, 'control/smsc', 'smsc'),
  }
}

function accountRoutes(gateways: Gateways, path: string, name: GatewayName): Record<string, Handle> {
  const { account } = gateways[name]
  const view = () => accountView(name, account)
  return {
    [`POST ${path}/fault`]: async (exchange) => {
      const fault = await readControl(exchange, z.nullable(faultSchema))
      if (fault?.kind === 'code' && !isCodeOf[name](fault.code)) {
        throw new InvalidInputError(['code: a code of the gateway expected'])
      }
      account.fault = fault ?? undefined
      return view()
    },
    [`POST ${path}/balance`]: async (exchange) => {
      account.balance = (await readControl(exchange, balanceSchema)).balance
      return view()
    },
    [`POST ${path}/limit`]: async (exchange) => {
      account.dailyLimit = (await readControl(exchange, limitSchema)).dailyLimit
      return view()
    },
  }
}

function accountView(name: GatewayName, { balance, dailyLimit, sentToday, fault }: SmsAccount) {
  return { name, balance, dailyLimit, sentToday, fault: fault ?? null }
}
