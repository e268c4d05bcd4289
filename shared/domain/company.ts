import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

export const companySchema = z.object({
  name: z.string(),
  phone: z.string(),
  description: z.string(),
  /** The integer the public API calls `external_id`. */
  publicId: z.int(),
  createdAt: momentSchema,
})
export type Company = z.infer<typeof companySchema>

export const COMPANY_NAME_MAX_LENGTH = 255
