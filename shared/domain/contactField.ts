import * as z from 'zod/mini'

/** What a company wants to know of each contact; the answers stand in the contact, by this id. */
export const contactFieldSchema = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  name: z.string(),
})
export type ContactField = z.infer<typeof contactFieldSchema>

export const CONTACT_FIELD_NAME_MAX_LENGTH = 60
export const CONTACT_FIELDS_MAX_COUNT = 20
export const CONTACT_FIELD_VALUE_MAX_LENGTH = 500
