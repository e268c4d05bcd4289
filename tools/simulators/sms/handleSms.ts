import * as z from 'zod/mini'
import { answer } from '../http/answer.ts'
import { answerJson } from '../http/answerJson.ts'
import type { Exchange } from '../http/Exchange.ts'
import { readBody } from '../http/readBody.ts'
import { readCall, type Call } from '../http/readCall.ts'
import { readControl } from '../http/readControl.ts'
import { handleRoutes } from '../http/routes.ts'
import type { SmsGateway, SmsOutcome } from './SmsGateway.ts'
import { SMS_STATUS, isSmsCode, type SmsCode } from './smsStatus.ts'

const MAX_BODY_BYTES = 1024 * 1024

const faultSchema = z.strictObject({
  code: z.int().check(z.refine(isSmsCode, 'a code of the gateway expected')),
  count: z._default(z.union([z.int().check(z.positive()), z.literal('all')]), 1),
  phone: z.optional(z.string().check(z.regex(/^\+?\d+$/))),
})

const balanceSchema = z.strictObject({ balance: z.number() })

/** `/sms/send` and its kin speak the gateway's wire; `/messages` and `/control/…` are for page and tests. */
export async function handleSms(gateway: SmsGateway, exchange: Exchange, changed: () => void): Promise<void> {
  const [area, method] = exchange.path
  if (area === 'sms' || area === 'my') await handleWire(gateway, exchange, `${area}/${method ?? ''}`)
  else await handleRoutes(routesOf(gateway), exchange)
  if (exchange.method !== 'GET') changed()
}

function routesOf(gateway: SmsGateway) {
  return {
    'GET messages': ({ query }: Exchange) => {
      const phone = query.get('phone')?.replace(/\D/g, '')
      return gateway.messages.filter((message) => phone === undefined || message.phone === phone)
    },
    'GET control': () => ({ balance: gateway.balance, fault: gateway.fault ?? null }),
    'POST control/fault': async (exchange: Exchange) => {
      const fault = await readControl(exchange, z.nullable(faultSchema))
      gateway.fault = fault
        ? { code: fault.code as SmsCode, count: fault.count, phone: fault.phone?.replace(/\D/g, '') }
        : undefined
      return { fault }
    },
    'POST control/balance': async (exchange: Exchange) => {
      gateway.balance = (await readControl(exchange, balanceSchema)).balance
      return { balance: gateway.balance }
    },
    'POST control/reset': () => {
      gateway.reset()
      return { ok: true }
    },
  }
}

async function handleWire(gateway: SmsGateway, exchange: Exchange, method: string): Promise<void> {
  const body = (await readBody(exchange.request, MAX_BODY_BYTES)) ?? Buffer.alloc(0)
  const call = await readCall(exchange.request, exchange.query, body)
  const reply = replyTo(gateway, call, method)
  if (valueOf(call, 'json') === '1') answerJson(exchange.response, 200, reply)
  else answer(exchange.response, 200, { body: plain(reply), contentType: 'text/plain; charset=utf-8' })
}

interface Reply {
  readonly status: 'OK' | 'ERROR'
  readonly status_code: SmsCode
  readonly status_text?: string
  readonly sms?: Readonly<Record<string, unknown>>
  readonly balance?: number
}

function replyTo(gateway: SmsGateway, call: Call, method: string): Reply {
  const apiId = valueOf(call, 'api_id')
  const { balance } = gateway
  if (method === 'sms/send') return replyToSend(gateway, call, apiId)
  if (!gateway.isKnown(apiId)) return refusal(200)
  if (method === 'my/balance') return { status: 'OK', status_code: 100, balance }
  if (method !== 'sms/status') return refusal(211)
  const ids = valueOf(call, 'sms_id').split(',')
  return {
    status: 'OK',
    status_code: 100,
    sms: Object.fromEntries(ids.map((id) => [id, stateOf(gateway, id)])),
    balance,
  }
}

function replyToSend(gateway: SmsGateway, call: Call, apiId: string): Reply {
  const phones = valueOf(call, 'to').split(',')
  const outcome = gateway.send({ apiId, phones, text: valueOf(call, 'msg') })
  if (typeof outcome === 'number') return refusal(outcome)
  const sms = Object.fromEntries(outcome.map((each) => [each.phone, outcomeOf(each)]))
  return { status: 'OK', status_code: 100, sms, balance: gateway.balance }
}

function outcomeOf({ code, smsId }: SmsOutcome) {
  if (code === 100) return { status: 'OK', status_code: code, sms_id: smsId }
  return { status: 'ERROR', status_code: code, status_text: SMS_STATUS[code] }
}

function stateOf({ messages }: SmsGateway, id: string) {
  const isKnown = messages.some((message) => message.id === id)
  if (!isKnown) return { status: 'ERROR', status_code: -1, status_text: 'Сообщение не найдено' }
  return { status: 'OK', status_code: 103, status_text: SMS_STATUS[103] }
}

function refusal(code: SmsCode): Reply {
  return { status: 'ERROR', status_code: code, status_text: SMS_STATUS[code] }
}

/** Without `json=1` the gateway answers line by line: code, then ids or codes, then the balance. */
function plain({ status_code: code, sms = {}, balance }: Reply): string {
  const lines = Object.values(sms as Record<string, { sms_id?: string; status_code: number }>)
  const each = lines.map((line) => line.sms_id ?? String(line.status_code))
  return [String(code), ...each, ...(balance === undefined ? [] : [`balance=${balance}`])].join('\n')
}

function valueOf({ values }: Call, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
