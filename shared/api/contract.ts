import type * as z from 'zod/mini'

/**
 * What a callable answers when it was an outside service that did not do it: it said no, or could not be
 * asked now. Beside `code` stand the ProviderError's `reason` and, for members, its `detail`.
 */
export type ProviderRefusalCode = 'providerRefused' | 'providerUnavailable'

/** One callable as both sides know it. */
export interface CallableContract<Request, Response> {
  readonly name: string
  readonly request: z.ZodMiniType<Request>
  readonly response: z.ZodMiniType<Response>
}
