import * as z from 'zod/mini'

/** 256 bits in base64url: what a mailed link carries behind its `#`, so that no server log ever holds it. */
export const linkTokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
