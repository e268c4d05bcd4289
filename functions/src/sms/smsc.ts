import * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ProviderErrorCode } from '#shared/provider/ProviderError.ts'
import { config } from '#functions/platform/config.ts'
import { callGateway } from './callGateway.ts'
import type { SmsGateway } from './gateway.ts'
import { NUMBER_REFUSED } from './gateway.ts'

const refusedSchema = z.object({ error_code: z.int() })
const sentSchema = z.union([refusedSchema, z.object({ id: z.union([z.int(), z.string()]), cnt: z.int() })])
/** Amounts are texts. */
const balanceSchema = z.union([refusedSchema, z.object({ balance: z.coerce.number() })])

const WRONG_KEY = [2, 4]
const TOO_OFTEN = 9
const NO_NUMBER = 7

/** SMSC.ru: https://smsc.ru/api/http/ */
export const smsc: SmsGateway = {
  async send({ phone, text }, key) {
    const sender = config.smsSender()
    // Without `charset` texts are read as Windows-1251.
    const form = { phones: phone.slice(1), mes: text, charset: 'utf-8', ...(sender && { sender }) }
    const url = `${config.smscUrl()}/sys/send.php`
    const answer = await callGateway(url, { ...access(key), ...form }, sentSchema)
    if ('error_code' in answer) throw refusal(answer.error_code)
  },

  async balance(key) {
    const answer = await callGateway(`${config.smscUrl()}/sys/balance.php`, access(key), balanceSchema)
    if ('error_code' in answer) throw refusal(answer.error_code)
    return answer.balance
  },
}

const access = (key: string) => ({ apikey: key, fmt: '3' })

function refusal(code: number): ProviderError {
  const detail = `SMSC.ru ${String(code)}`
  return code === NO_NUMBER
    ? new ProviderError('rejected', { reason: NUMBER_REFUSED, detail })
    : new ProviderError(meaningOf(code), { detail })
}

function meaningOf(code: number): ProviderErrorCode {
  if (code === TOO_OFTEN) return 'rateLimited'
  return WRONG_KEY.includes(code) ? 'unauthorized' : 'rejected'
}
