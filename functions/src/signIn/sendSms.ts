import * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { HttpResponse } from '#shared/provider/http.ts'
import { config } from '#functions/platform/config.ts'
import { http } from '#functions/platform/http.ts'

/** https://sms.ru/api/send */
const answerSchema = z.object({
  status_code: z.int(),
  sms: z.optional(z.record(z.string(), z.object({ status_code: z.int() }))),
})

const ACCEPTED = 100

/** Hands a text to the SMS gateway (SMS.ru's protocol). Throws a ProviderError. */
export async function sendSms(phone: string, text: string): Promise<void> {
  const to = phone.slice(1)
  const response = await http.request({
    method: 'POST',
    url: `${config.smsGatewayUrl()}/sms/send`,
    form: { api_id: config.smsGatewayKey(), to, msg: text, json: '1' },
  })
  if (response.status >= 500)
    throw new ProviderError('unreachable', { detail: `HTTP ${String(response.status)}` })
  const answer = readAnswer(response)
  const code = answer.sms?.[to]?.status_code ?? answer.status_code
  if (code !== ACCEPTED) throw new ProviderError('rejected', { detail: `SMS.ru ${String(code)}` })
}

function readAnswer({ body }: HttpResponse): z.infer<typeof answerSchema> {
  try {
    return answerSchema.parse(JSON.parse(new TextDecoder().decode(body)))
  } catch (cause) {
    throw new ProviderError('uncertain', { detail: 'unreadable answer', cause })
  }
}
