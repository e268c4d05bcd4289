import { isIP } from 'node:net'
import * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ProviderErrorCode } from '#shared/provider/ProviderError.ts'
import { config } from '#functions/platform/config.ts'
import { callGateway } from './callGateway.ts'
import type { SmsGateway } from './gateway.ts'
import { NUMBER_REFUSED } from './gateway.ts'

const sendSchema = z.object({
  status_code: z.int(),
  sms: z.optional(z.record(z.string(), z.object({ status_code: z.int() }))),
})
const balanceSchema = z.object({ status_code: z.int(), balance: z.optional(z.number()) })

const ACCEPTED = 100
const OUT_OF_ORDER = [220, 500]
const WRONG_KEY = [200, 300, 301, 302]
/** No number, on the stop list, or texted too often: another gateway would only help to annoy. */
const ABOUT_THE_NUMBER = [202, 209, 230, 231, 232]

/** SMS.ru: https://sms.ru/api/send */
export const smsRu: SmsGateway = {
  async send({ phone, text, address }, key) {
    const to = phone.slice(1)
    const from = config.smsSender()
    const form = { to, msg: text, ...(from && { from }), ...(isIP(address) && { ip: address }) }
    const answer = await callGateway(`${config.smsRuUrl()}/sms/send`, { ...access(key), ...form }, sendSchema)
    refuse(answer.sms?.[to]?.status_code ?? answer.status_code)
  },

  async balance(key) {
    const answer = await callGateway(`${config.smsRuUrl()}/my/balance`, access(key), balanceSchema)
    refuse(answer.status_code)
    return answer.balance ?? 0
  },
}

const access = (key: string) => ({ api_id: key, json: '1' })

function refuse(code: number): void {
  if (code === ACCEPTED) return
  const detail = `SMS.ru ${String(code)}`
  if (ABOUT_THE_NUMBER.includes(code)) throw new ProviderError('rejected', { reason: NUMBER_REFUSED, detail })
  throw new ProviderError(meaningOf(code), { detail })
}

function meaningOf(code: number): ProviderErrorCode {
  if (OUT_OF_ORDER.includes(code)) return 'unreachable'
  return WRONG_KEY.includes(code) ? 'unauthorized' : 'rejected'
}
