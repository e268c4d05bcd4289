/** The answer `ok: false` of the Bot API. */
export class BotApiError extends Error {
  override readonly name = 'BotApiError'
  readonly code: number
  readonly retryAfter: number | undefined

  constructor(code: number, description: string, retryAfter?: number) {
    super(description)
    this.code = code
    this.retryAfter = retryAfter
  }
}
