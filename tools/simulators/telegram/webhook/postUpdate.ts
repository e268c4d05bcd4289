export interface WebhookTarget {
  readonly url: string
  readonly secret: string
  readonly timeoutMs: number
}

export interface WebhookAnswer {
  /** 0 when there was no answer. */
  readonly status: number
  /** In the words of `last_error_message`, '' for a 2xx. */
  readonly error: string
  /** Seconds, 0 when the answer did not say. */
  readonly retryAfter: number
}

/** Hands one update to the bot's address. */
export async function postUpdate(
  { url, secret, timeoutMs }: WebhookTarget,
  body: string,
  hangUp: AbortSignal,
): Promise<WebhookAnswer> {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (secret !== '') headers.set('x-telegram-bot-api-secret-token', secret)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([hangUp, AbortSignal.timeout(timeoutMs)]),
    })
    await response.arrayBuffer()
    return {
      status: response.status,
      error: response.ok
        ? ''
        : `Wrong response from the webhook: ${response.status} ${response.statusText}`.trim(),
      retryAfter: Number.parseInt(response.headers.get('retry-after') ?? '', 10) || 0,
    }
  } catch (error) {
    return { status: 0, error: wordsOf(error), retryAfter: 0 }
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Webhook connection closed'
  if (error.name === 'TimeoutError') return 'Read timeout expired'
  const { cause } = error
  const isRefused = cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
  return isRefused ? 'Connection refused' : 'Webhook connection closed'
}
