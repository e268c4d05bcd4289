import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendSms } from '#functions/signIn/sendSms.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { Listening } from '../platform/httpServers.ts'
import { listenHttp } from '../platform/httpServers.ts'

let gateway: Listening
let answer: { status: number; body: string }
let asked: { url: string; form: Record<string, string> }

function take(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    asked = {
      url: request.url ?? '',
      form: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
    }
    response.writeHead(answer.status).end(answer.body)
  })
}

beforeAll(async () => {
  gateway = await listenHttp(take)
  process.env['SMS_GATEWAY_URL'] = gateway.url
  process.env['SMS_GATEWAY_KEY'] = 'its-key'
})
afterAll(() => gateway.close())

async function codeOf(status: number, body: unknown): Promise<string> {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
  const error = await sendSms('+79000000142', 'текст').catch((refusal: unknown) => refusal)
  if (error instanceof ProviderError) return error.code
  throw new Error('no provider refused', { cause: error })
}

describe('a text', () => {
  it('is handed to the gateway in its own words', async () => {
    answer = {
      status: 200,
      body: '{"status":"OK","status_code":100,"sms":{"79000000142":{"status_code":100}}}',
    }
    await sendSms('+79000000142', '123456 — код & всё')
    expect(asked).toEqual({
      url: '/sms/send',
      form: { api_id: 'its-key', to: '79000000142', msg: '123456 — код & всё', json: '1' },
    })
  })

  it.each([
    ['the whole account', { status_code: 201 }],
    ['the number alone', { status_code: 100, sms: { 79000000142: { status_code: 207 } } }],
  ])('refused for %s is rejected', async (_name, body) => {
    expect(await codeOf(200, body)).toBe('rejected')
  })

  it.each([500, 503])('answered by %i was not sent', async (status) => {
    expect(await codeOf(status, 'Service Unavailable')).toBe('unreachable')
  })

  it.each(['', '<html></html>', '{"balance":1}', '100\n000000-1'])(
    'answered by %j may have been sent',
    async (body) => {
      expect(await codeOf(200, body)).toBe('uncertain')
    },
  )
})
