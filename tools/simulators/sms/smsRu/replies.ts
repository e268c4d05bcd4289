import type { Call } from '../../http/readCall.ts'
import { roubles } from '../SmsAccount.ts'
import { valueOf } from '../callOf.ts'
import type { SmsRu, SmsRuOutcome, SmsRuRequest } from './SmsRu.ts'
import { SMS_RU_STATUS, type SmsRuCode } from './smsRuStatus.ts'

/** One answer in both of the gateway's forms: JSON, and lines for those who did not ask for it. */
export interface Reply {
  readonly json: Readonly<Record<string, unknown>>
  readonly lines: readonly (string | number)[]
}

/** `to` with commas and one `msg`; or `to[phone]`, each with a text of its own. */
export function requestOf(call: Call): SmsRuRequest {
  const text = valueOf(call, 'msg') || valueOf(call, 'text')
  const several = [...call.values].flatMap(([name, value]) => {
    const phone = /^to\[(.+)\]$/.exec(name)?.[1]
    return phone === undefined ? [] : [{ phone, text: String(value) }]
  })
  const phones = valueOf(call, 'to').split(',')
  return {
    apiId: valueOf(call, 'api_id'),
    from: valueOf(call, 'from'),
    lines: several.length > 0 ? several : phones.map((phone) => ({ phone, text })),
    isTest: valueOf(call, 'test') === '1',
  }
}

export function refusal(code: SmsRuCode): Reply {
  return {
    json: { status: 'ERROR', status_code: code, status_text: SMS_RU_STATUS[code] },
    lines: [code],
  }
}

export function sendReply({ account }: SmsRu, outcome: SmsRuOutcome[] | SmsRuCode): Reply {
  if (typeof outcome === 'number') return refusal(outcome)
  const { balance } = account
  const sms = outcome.map((each) => [each.phone, { ...verdict(each), ...idOf(each) }] as const)
  return {
    json: { ...ACCEPTED, sms: Object.fromEntries(sms), balance },
    lines: [100, ...outcome.map(({ code, smsId }) => smsId || code), `balance=${String(balance)}`],
  }
}

export function costReply(outcome: SmsRuOutcome[] | SmsRuCode): Reply {
  if (typeof outcome === 'number') return refusal(outcome)
  const payable = outcome.filter(({ code }) => code === 100)
  const totalCost = roubles(payable.reduce((sum, { cost }) => sum + cost, 0))
  const totalSms = payable.reduce((sum, { parts }) => sum + parts, 0)
  const sms = outcome.map((each) => [each.phone, { ...verdict(each), ...priceOf(each) }] as const)
  return {
    json: { ...ACCEPTED, sms: Object.fromEntries(sms), total_cost: totalCost, total_sms: totalSms },
    lines: [100, totalCost, totalSms],
  }
}

export function statusReply(gateway: SmsRu, ids: readonly string[]): Reply {
  const { balance } = gateway.account
  const states = ids.map((id) => [id, stateOf(gateway, id)] as const)
  return {
    json: { ...ACCEPTED, sms: Object.fromEntries(states), balance },
    lines: [100, ...states.map(([, { status_code: code }]) => code), `balance=${String(balance)}`],
  }
}

/** Answers about the account. */
export const accountReplies: Readonly<Record<string, (gateway: SmsRu) => Reply>> = {
  'my/balance': ({ account: { balance } }) => ({ json: { ...ACCEPTED, balance }, lines: [100, balance] }),
  'my/limit': ({ account: { dailyLimit, sentToday } }) => ({
    json: { ...ACCEPTED, total_limit: dailyLimit, used_today: sentToday },
    lines: [100, dailyLimit, sentToday],
  }),
  'my/senders': () => ({ json: { ...ACCEPTED, senders: SENDERS }, lines: [100, ...SENDERS] }),
  'auth/check': () => ({ json: ACCEPTED, lines: [100] }),
}

const ACCEPTED = { status: 'OK', status_code: 100 } as const
const SENDERS = ['pact']

function verdict({ code }: SmsRuOutcome): Record<string, unknown> {
  if (code === 100) return ACCEPTED
  return { status: 'ERROR', status_code: code, status_text: SMS_RU_STATUS[code] }
}

function idOf({ smsId }: SmsRuOutcome): Record<string, string> {
  return smsId === '' ? {} : { sms_id: smsId }
}

function priceOf({ code, cost, parts }: SmsRuOutcome): Record<string, number> {
  return code === 100 ? { cost, sms: parts } : {}
}

function stateOf(gateway: SmsRu, id: string) {
  if (!gateway.hasSent(id)) return { status: 'ERROR', status_code: -1, status_text: 'Сообщение не найдено' }
  return { status: 'OK', status_code: 103, status_text: SMS_RU_STATUS[103] }
}
