import { describe, expect, it } from 'vitest'
import { callBotApi } from '#channels/telegram/callBotApi.ts'
import type { HttpRequest, HttpResponse } from '#shared/provider/http.ts'
import { refusalOf } from './bot.ts'

const TOKEN = '100001:never-to-be-told'

/** Telegram, or what stands between, answering just this. */
function answering(status: number, body: string) {
  const asked: HttpRequest[] = []
  const request = (given: HttpRequest): Promise<HttpResponse> => {
    asked.push(given)
    return Promise.resolve({ status, headers: {}, body: new TextEncoder().encode(body) })
  }
  const call = (method = 'sendMessage') =>
    callBotApi({ http: { request }, baseUrl: 'https://api.telegram.org' }, TOKEN, method, {
      json: { a: 1 },
    })
  return { asked, call }
}

const refused = (status: number, answer: unknown) =>
  refusalOf(answering(status, JSON.stringify(answer)).call())

describe('a method of the Bot API', () => {
  it('is asked at the token’s own address', async () => {
    const { asked, call } = answering(200, '{"ok":true,"result":7}')
    expect(await call()).toBe(7)
    expect(asked).toEqual([
      { method: 'POST', url: `https://api.telegram.org/bot${TOKEN}/sendMessage`, json: { a: 1 } },
    ])
  })
})

describe('an answer', () => {
  it.each([
    [400, { ok: false, description: 'Bad Request: chat not found' }, 'rejected', 'chatNotFound'],
    [400, { ok: false, description: 'Bad Request: message is too long' }, 'rejected', 'tooLong'],
    [400, { ok: false, description: 'Bad Request: message text is empty' }, 'rejected', 'rejected'],
    [400, { ok: false }, 'rejected', 'rejected'],
    [
      403,
      { ok: false, description: 'Forbidden: bot was blocked by the user' },
      'rejected',
      'blockedByContact',
    ],
    [403, { ok: false, description: 'Forbidden: user is deactivated' }, 'rejected', 'chatNotFound'],
    [401, { ok: false, description: 'Unauthorized' }, 'unauthorized', 'unauthorized'],
    [404, { ok: false, description: 'Not Found' }, 'unauthorized', 'unauthorized'],
    [500, { ok: false, description: 'Internal Server Error' }, 'unreachable', 'unreachable'],
    [502, { ok: false, description: 'Bad Gateway' }, 'uncertain', 'uncertain'],
  ])('of %i %j means %s, because %s', async (status, answer, code, reason) => {
    expect(await refused(status, answer)).toMatchObject({ code, reason })
  })

  it('of 429 says how long to wait', async () => {
    const limit = await refused(429, {
      ok: false,
      description: 'Too Many Requests',
      parameters: { retry_after: 35 },
    })
    expect(limit).toMatchObject({ code: 'rateLimited', retryAfterMs: 35_000 })
  })

  it('of 429 without a number waits a second', async () => {
    expect(await refused(429, { ok: false })).toMatchObject({ code: 'rateLimited', retryAfterMs: 1000 })
  })

  it.each([502, 503, 504])('of %i from a proxy leaves open whether Telegram took it', async (status) => {
    const refusal = await refusalOf(answering(status, '<html>Bad Gateway</html>').call())
    expect(refusal).toMatchObject({ code: 'uncertain', detail: `HTTP ${String(status)}` })
  })

  it.each([502, 503])('of %i from a proxy to what may be done twice says to come again', async (status) => {
    const refusal = await refusalOf(answering(status, '<html>Bad Gateway</html>').call('getFile'))
    expect(refusal).toMatchObject({ code: 'unreachable', detail: `HTTP ${String(status)}` })
  })

  it.each(['', '<html></html>', '{"ok":true', '[]', '{"result":{}}', 'null'])(
    'nobody can read may mean that it was done: %j',
    async (body) => {
      expect(await refusalOf(answering(200, body).call())).toMatchObject({ code: 'uncertain' })
    },
  )

  it.each([
    [400, '{"ok":false}'],
    [200, 'nonsense'],
    [503, 'nonsense'],
  ])('of %i %s never tells the token', async (status, body) => {
    const { message, detail, stack, cause } = await refusalOf(answering(status, body).call())
    expect([message, detail, stack, String(cause)].join()).not.toContain(TOKEN)
  })
})
