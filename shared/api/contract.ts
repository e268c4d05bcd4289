import type * as z from 'zod/mini'

/** One callable as both sides know it. */
export interface CallableContract<Request, Response> {
  readonly name: string
  readonly request: z.ZodMiniType<Request>
  readonly response: z.ZodMiniType<Response>
}
