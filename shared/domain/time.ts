import * as z from 'zod/mini'

export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/**
 * A moment, in milliseconds since 1970. Every field whose name ends in `At` is one:
 * a number in the domain, a Timestamp in Firestore (`shared/firestore/documents.ts` converts).
 */
export const momentSchema = z.number().check(z.gte(0))
