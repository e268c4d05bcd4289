import type { Request } from 'firebase-functions/https'
import type { WebhookRequest } from '#shared/provider/webhook.ts'

function firstValues(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const text = first(value)
      return typeof text === 'string' ? [[name.toLowerCase(), text]] : []
    }),
  )
}

/** What adapters see of a request: the untouched bytes and the plain headers. */
export function toWebhookRequest(request: Request): WebhookRequest {
  return {
    method: request.method,
    headers: firstValues(request.headers),
    query: firstValues(request.query),
    rawBody: request.rawBody instanceof Uint8Array ? request.rawBody : new Uint8Array(),
  }
}
