import * as z from 'zod/mini'
import { businessHoursSchema } from '#shared/domain/businessHours.ts'
import { COMPANY_DESCRIPTION_MAX_LENGTH, COMPANY_NAME_MAX_LENGTH } from '#shared/domain/company.ts'
import {
  CONTACT_FIELDS_MAX_COUNT,
  CONTACT_FIELD_NAME_MAX_LENGTH,
  contactFieldSchema,
} from '#shared/domain/contactField.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { isTimeZone } from '#shared/domain/timeZone.ts'

const fieldName = z.string().check(z.trim(), z.minLength(1), z.maxLength(CONTACT_FIELD_NAME_MAX_LENGTH))

const contactFieldsSchema = z.array(z.strictObject({ ...contactFieldSchema.shape, name: fieldName })).check(
  z.maxLength(CONTACT_FIELDS_MAX_COUNT),
  z.refine((fields) => new Set(fields.map(({ id }) => id)).size === fields.length),
)

export const companyPhoneSchema = z.string().check(z.trim(), z.maxLength(32))
export const companyDescriptionSchema = z.string().check(z.maxLength(COMPANY_DESCRIPTION_MAX_LENGTH))

/** Only what is named changes. `timeZone` is an IANA name. */
export const changeCompanyContract = {
  name: 'changeCompany',
  request: z.strictObject({
    companyId: companyIdSchema,
    name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(COMPANY_NAME_MAX_LENGTH))),
    phone: z.optional(companyPhoneSchema),
    description: z.optional(companyDescriptionSchema),
    timeZone: z.optional(z.string().check(z.maxLength(64, { abort: true }), z.refine(isTimeZone))),
    hours: z.optional(businessHoursSchema),
    hidden: z.optional(z.boolean()),
    contactFields: z.optional(contactFieldsSchema),
  }),
  response: z.object({}),
}
