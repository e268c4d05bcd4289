import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request with the place for its answer. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly method: string
  /** The path's parts after the mount, decoded. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
}
