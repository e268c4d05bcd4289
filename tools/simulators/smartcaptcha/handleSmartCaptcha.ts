import * as z from 'zod/mini'
import { answer } from '../http/answer.ts'
import { answerJson } from '../http/answerJson.ts'
import type { Exchange } from '../http/Exchange.ts'
import { readBody } from '../http/readBody.ts'
import { readControl } from '../http/readControl.ts'
import { ANSWERED, handleRoutes } from '../http/routes.ts'
import type { SmartCaptcha } from './SmartCaptcha.ts'

const MAX_BODY_BYTES = 64 * 1024

const passageSchema = z.strictObject({
  host: z._default(z.string(), 'localhost'),
  isHuman: z._default(z.boolean(), true),
  ageMs: z._default(z.int().check(z.minimum(0)), 0),
})

const faultSchema = z.strictObject({ kind: z.nullable(z.enum(['error500', 'timeout'])) })

/** `POST /validate`, and `/control/…` for tests. */
export async function handleSmartCaptcha(captcha: SmartCaptcha, exchange: Exchange): Promise<void> {
  await handleRoutes(
    {
      'POST validate': () => validate(captcha, exchange),
      'POST control/tokens': async () => {
        const { ageMs, ...passage } = await readControl(exchange, passageSchema)
        return { token: captcha.pass(passage, ageMs) }
      },
      'POST control/fault': async () => {
        captcha.fault = (await readControl(exchange, faultSchema)).kind ?? undefined
        return { kind: captcha.fault ?? null }
      },
      'POST control/reset': () => {
        captcha.reset()
        return { ok: true }
      },
    },
    exchange,
  )
}

async function validate(captcha: SmartCaptcha, { request, response }: Exchange): Promise<symbol> {
  const body = (await readBody(request, MAX_BODY_BYTES)) ?? Buffer.alloc(0)
  if (captcha.fault === 'timeout') return ANSWERED
  if (captcha.fault === 'error500') {
    answer(response, 500, { body: 'Internal Server Error', contentType: 'text/plain' })
    return ANSWERED
  }
  const form = new URLSearchParams(body.toString())
  answerJson(response, 200, captcha.validate(form.get('secret') ?? '', form.get('token') ?? ''))
  return ANSWERED
}
