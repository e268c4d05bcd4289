import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { HttpClient } from '#shared/provider/http.ts'
import { DEFAULT_TIMEOUT_MS, http } from './http.ts'

/** The same way out for work that must be over by a moment: then requests are broken off, and none begins. */
export function httpUntil(endsAt: number, client: HttpClient = http): HttpClient {
  return {
    async request(request) {
      const leftMs = endsAt - Date.now()
      if (leftMs <= 0) throw new ProviderError('unreachable', { detail: 'no time is left' })
      return client.request({
        ...request,
        timeoutMs: Math.min(request.timeoutMs ?? DEFAULT_TIMEOUT_MS, leftMs),
      })
    },
  }
}
