import * as z from 'zod/mini'

/**
 * An address as people type it; what lies behind it only a letter can tell. What is too long is not compared: that
 * takes as long as its length squared.
 */
export const emailSchema = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, { abort: true }),
    z.regex(/^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/),
  )
