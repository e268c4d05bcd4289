import * as z from 'zod/mini'
import { SECOND_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { HttpRequest, HttpResponse } from '#shared/provider/http.ts'
import type { ChannelContext } from '../adapter.ts'

const answerSchema = z.object({
  ok: z.boolean(),
  result: z.optional(z.unknown()),
  description: z._default(z.string(), ''),
  parameters: z.optional(z.object({ retry_after: z.optional(z.int()) })),
})
type Answer = z.infer<typeof answerSchema>

/** Calls a method of the Bot API and gives its `result`. Throws a ProviderError that never holds the token. */
export async function callBotApi(
  { http, baseUrl }: Pick<ChannelContext, 'http' | 'baseUrl'>,
  token: string,
  method: string,
  body: Pick<HttpRequest, 'json' | 'multipart' | 'timeoutMs'>,
): Promise<unknown> {
  const response = await http.request({ method: 'POST', url: `${baseUrl}/bot${token}/${method}`, ...body })
  const answer = readAnswer(response, method)
  if (answer.ok) return answer.result
  throw refusal(response.status, answer, method)
}

/** All that put something into a chat, and so must not be done twice. */
const isSending = (method: string) => method.startsWith('send')

function readAnswer(response: HttpResponse, method: string): Answer {
  try {
    return answerSchema.parse(JSON.parse(new TextDecoder().decode(response.body)))
  } catch (cause) {
    // A proxy's error page, for the Bot API itself always answers JSON: what stands behind it may have done it.
    const isProxys = response.status >= 500
    const detail = isProxys ? `HTTP ${String(response.status)}` : 'unreadable answer'
    if (isProxys && !isSending(method)) return { ok: false, description: detail }
    throw new ProviderError('uncertain', { detail, cause })
  }
}

function refusal(status: number, { description, parameters }: Answer, method: string): ProviderError {
  const detail = description
  if (status === 429) {
    const retryAfterMs = (parameters?.retry_after ?? 1) * SECOND_MS
    return new ProviderError('rateLimited', { detail, retryAfterMs })
  }
  // A gateway gave up waiting, or was not answered: what stands behind it may have sent the message all the same.
  if (status === 504 || (status === 502 && isSending(method)))
    return new ProviderError('uncertain', { detail })
  if (status >= 500) return new ProviderError('unreachable', { detail })
  // A revoked token answers 401, one of a deleted bot 404.
  if (status === 401 || status === 404) return new ProviderError('unauthorized', { detail })
  return new ProviderError('rejected', { detail, reason: reasonOf(status, description) })
}

function reasonOf(status: number, description: string): string {
  if (description.includes('blocked by the user')) return 'blockedByContact'
  // 403 else: never wrote to the bot, or deleted the account.
  if (status === 403 || description.includes('chat not found')) return 'chatNotFound'
  if (description.includes('too long')) return 'tooLong'
  return 'rejected'
}
