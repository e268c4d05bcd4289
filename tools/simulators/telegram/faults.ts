import * as z from 'zod/mini'

/**
 * What goes wrong with the bot's sends:
 * - `error500` answered by 500, nothing sent
 * - `tooManyRequests` answered by 429 with `retryAfter`, nothing sent
 * - `timeout` taken and never answered, nothing sent
 * - `dropAnswer` sent, then the connection is cut before the answer
 * - `holdAnswer` sent, and never answered
 */
export const sendFaultSchema = z.object({
  kind: z.enum(['error500', 'tooManyRequests', 'timeout', 'dropAnswer', 'holdAnswer']),
  /** How many sends, or all until it is taken back. */
  count: z._default(z.union([z.int().check(z.positive()), z.literal('all')]), 1),
  retryAfter: z._default(z.int().check(z.positive()), 3),
})

/** What goes wrong with the webhooks on their way to the bot. */
export const webhookFaultSchema = z.object({
  /** Each update arrives so many times, at once. */
  copies: z._default(z.int().check(z.minimum(1), z.maximum(50)), 1),
  /** So many updates are gathered, then sent out of order and all at once; 0 for off. */
  shuffle: z._default(z.int().check(z.minimum(0), z.maximum(1000)), 0),
  /** Simulated milliseconds that each update waits. */
  delayMs: z._default(z.int().check(z.minimum(0)), 0),
})

export type SendFault = z.output<typeof sendFaultSchema>
export type WebhookFault = z.output<typeof webhookFaultSchema>

export const NO_WEBHOOK_FAULT: WebhookFault = { copies: 1, shuffle: 0, delayMs: 0 }
