/** A webhook as it came in, before anything is believed. */
export interface WebhookRequest {
  readonly method: string
  /** Names in lower case; a repeated header keeps its first value. */
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** The untouched bytes: signatures are over these. */
  readonly rawBody: Uint8Array
}
