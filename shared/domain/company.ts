import * as z from 'zod/mini'
import { ALWAYS, businessHoursSchema } from './businessHours.ts'
import { contactFieldSchema } from './contactField.ts'
import { momentSchema } from './time.ts'

export const companySchema = z.object({
  name: z.string(),
  phone: z.string(),
  description: z.string(),
  /** An IANA name. */
  timeZone: z._default(z.string(), 'Europe/Moscow'),
  hours: z._default(businessHoursSchema, ALWAYS),
  /** Left out of switchers and of «Все компании»; it works on. */
  hidden: z._default(z.boolean(), false),
  /** What is asked of every contact beside name and phone, in this order. */
  contactFields: z._default(z.array(contactFieldSchema), []),
  /** The integer the public API calls `external_id`. */
  publicId: z.int(),
  createdAt: momentSchema,
})
export type Company = z.infer<typeof companySchema>

export const COMPANY_NAME_MAX_LENGTH = 255
export const COMPANY_DESCRIPTION_MAX_LENGTH = 2000
