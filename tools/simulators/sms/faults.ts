import * as z from 'zod/mini'

/**
 * What goes wrong with the sends of one gateway:
 * - `error500` answered by HTTP 500, nothing sent
 * - `timeout` taken and never answered, nothing sent
 * - `dropAnswer` sent, then the connection is cut before the answer
 * - `outOfMoney` refused as if the account were empty
 * - `code` refused by that code of the gateway
 */
export const smsFaultSchema = z.strictObject({
  kind: z.enum(['error500', 'timeout', 'dropAnswer', 'outOfMoney', 'code']),
  code: z._default(z.int(), 0),
  /** How many sends, or all until it is taken back. */
  count: z._default(z.union([z.int().check(z.positive()), z.literal('all')]), 1),
  /** Only sends to this phone. */
  phone: z.optional(z.string().check(z.regex(/^\+?\d+$/))),
})

export type SmsFault = z.output<typeof smsFaultSchema>
