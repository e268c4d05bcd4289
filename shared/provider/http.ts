/** One part of a multipart body: a plain field, or a file. */
export interface MultipartPart {
  readonly name: string
  readonly value:
    string | { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array }
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** At most one of `json`, `form` and `multipart`. */
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly multipart?: readonly MultipartPart[]
  readonly timeoutMs?: number
  /** A longer answer is cut off with ProviderError `tooLarge`. */
  readonly maxBytes?: number
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * The way out to providers. Any status is an answer, not an error; throws a ProviderError
 * `unreachable` when the request certainly never left, `uncertain` when it may have arrived.
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse>
}
