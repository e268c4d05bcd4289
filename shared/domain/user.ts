import * as z from 'zod/mini'
import { companyIdSchema } from './ids.ts'
import { momentSchema } from './time.ts'

export const localeSchema = z.enum(['ru', 'en'])
export type Locale = z.infer<typeof localeSchema>

/** A person who signs in by phone. What he may do in a company stands in his member document there. */
export const userSchema = z.object({
  name: z.string(),
  phone: z.string(),
  locale: z._default(localeSchema, 'ru'),
  companyIds: z._default(z.array(companyIdSchema), []),
  publicId: z.int(),
  createdAt: momentSchema,
})
export type User = z.infer<typeof userSchema>

export const PERSON_NAME_MAX_LENGTH = 100
