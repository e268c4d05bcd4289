import { describe, expect, it } from 'vitest'
import { httpUntil } from '#functions/platform/httpUntil.ts'
import type { HttpRequest, HttpResponse } from '#shared/provider/http.ts'

const REQUEST: HttpRequest = { method: 'GET', url: 'https://api.example/' }

function asking(leftMs: number, timeoutMs?: number) {
  const asked: HttpRequest[] = []
  const request = (given: HttpRequest): Promise<HttpResponse> => {
    asked.push(given)
    return Promise.resolve({ status: 200, headers: {}, body: new Uint8Array() })
  }
  const client = httpUntil(Date.now() + leftMs, { request })
  const answer = client.request({ ...REQUEST, ...(timeoutMs !== undefined && { timeoutMs }) })
  return { answer, asked }
}

describe('a request of an attempt', () => {
  it('may take what it asks for while there is time', async () => {
    const { answer, asked } = asking(60_000, 5000)
    await answer
    expect(asked).toMatchObject([{ timeoutMs: 5000 }])
  })

  it('may take no longer than the attempt', async () => {
    const { answer, asked } = asking(3000, 60_000)
    await answer
    expect(asked[0]?.timeoutMs).toBeGreaterThan(0)
    expect(asked[0]?.timeoutMs).toBeLessThanOrEqual(3000)
  })

  it('does not begin once the time is over: it never left', async () => {
    const { answer, asked } = asking(0)
    await expect(answer).rejects.toMatchObject({ code: 'unreachable' })
    expect(asked).toEqual([])
  })
})
