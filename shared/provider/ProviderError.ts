/**
 * What the next decision needs to know:
 * - `rateLimited` wait `retryAfterMs`, then again
 * - `unreachable` never left, or the provider answered 5xx: again later
 * - `uncertain` may have been accepted: never again by itself
 * - `rejected` this message will never be accepted
 * - `unauthorized` the channel's credentials are void
 * - `tooLarge`, `gone`, `forbiddenAddress`, `forbiddenType` a file cannot be fetched
 */
export type ProviderErrorCode =
  | 'rateLimited'
  | 'unreachable'
  | 'uncertain'
  | 'rejected'
  | 'unauthorized'
  | 'tooLarge'
  | 'gone'
  | 'forbiddenAddress'
  | 'forbiddenType'

interface ProviderErrorFacts {
  /** Machine code for the page, e.g. `blockedByContact`. */
  readonly reason?: string
  /** The provider's own words; never a secret. */
  readonly detail?: string
  readonly retryAfterMs?: number
  readonly cause?: unknown
}

/** A provider refused, limited, or was out of reach. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly code: ProviderErrorCode
  readonly reason: string
  readonly detail: string
  readonly retryAfterMs: number | undefined

  constructor(code: ProviderErrorCode, facts: ProviderErrorFacts = {}) {
    super(facts.detail ? `${code}: ${facts.detail}` : code, { cause: facts.cause })
    this.code = code
    this.reason = facts.reason ?? code
    this.detail = facts.detail ?? ''
    this.retryAfterMs = facts.retryAfterMs
  }
}
