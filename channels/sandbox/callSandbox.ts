import * as z from 'zod/mini'
import { SECOND_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { HttpRequest, HttpResponse } from '#shared/provider/http.ts'
import type { ChannelContext } from '../adapter.ts'

const refusalSchema = z.object({ error: z.string(), detail: z._default(z.string(), '') })

/** What the provider says, in the product's words. */
const REASONS: Readonly<Record<string, string>> = {
  window_closed: 'windowClosed',
  blocked: 'blockedByContact',
  no_such_contact: 'chatNotFound',
  no_such_message: 'messageGone',
  template_refused: 'templateRefused',
}

/** Calls the provider and gives its answer. Throws a ProviderError that never holds the key. */
export async function callSandbox(
  { http, baseUrl }: Pick<ChannelContext, 'http' | 'baseUrl'>,
  key: string,
  call: { readonly method: HttpRequest['method']; readonly path: string; readonly json?: unknown },
): Promise<unknown> {
  const { method, path, json } = call
  const response = await http.request({
    method,
    url: `${baseUrl}/v1/${path}`,
    headers: { authorization: `Bearer ${key}` },
    ...(json !== undefined && { json }),
  })
  if (response.status >= 500)
    throw new ProviderError('unreachable', { detail: `HTTP ${String(response.status)}` })
  const answer = readAnswer(response)
  if (response.status < 400) return answer
  throw refusal(response, answer)
}

function readAnswer({ body }: HttpResponse): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch (cause) {
    throw new ProviderError('uncertain', { detail: 'unreadable answer', cause })
  }
}

function refusal({ status, headers }: HttpResponse, answer: unknown): ProviderError {
  const { error, detail } = refusalSchema.parse(answer)
  if (status === 401) return new ProviderError('unauthorized', { detail })
  if (status === 429) {
    const retryAfterMs = Number(headers['retry-after'] ?? 1) * SECOND_MS
    return new ProviderError('rateLimited', { detail, retryAfterMs })
  }
  return new ProviderError('rejected', { reason: REASONS[error] ?? 'rejected', detail })
}
