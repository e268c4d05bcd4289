import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { searchMessages } from '#functions/callables/search.ts'

type Handled = Parameters<typeof searchMessages>

/** What a browser of another origin asks before its call. */
async function askLeave(): Promise<ServerResponse> {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'OPTIONS', url: '/' })
  Object.assign(request.headers, { origin: 'https://pact.example', 'access-control-request-method': 'POST' })
  const response = new ServerResponse(request)
  void searchMessages(request as Handled[0], response as unknown as Handled[1])
  await new Promise((resolve) => setImmediate(resolve))
  return response
}

describe('a callable', () => {
  it('grants a browser leave for two hours', async () => {
    const answer = await askLeave()
    expect(answer.statusCode).toBe(204)
    expect(answer.getHeader('access-control-allow-origin')).toBe('https://pact.example')
    expect(answer.getHeader('access-control-max-age')).toBe(7200)
  })

  it('is found by whoever deploys it', () => {
    expect(Reflect.get(searchMessages, '__endpoint')).toMatchObject({ callableTrigger: {} })
  })
})
