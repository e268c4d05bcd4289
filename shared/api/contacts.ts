import * as z from 'zod/mini'
import { CONTACT_NAME_MAX_LENGTH } from '#shared/domain/contact.ts'
import { companyIdSchema, contactIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import { TAGS_MAX_COUNT, TAG_NAME_MAX_LENGTH } from '#shared/domain/tag.ts'

/** The contact, and the conversation it is done in: there it is told of. */
const contactPlace = {
  companyId: companyIdSchema,
  contactId: contactIdSchema,
  conversationId: conversationIdSchema,
}

const tidy = z.overwrite<string>((text) => text.replace(/\s+/gu, ' ').trim())

/** Gives a contact another name, in all his conversations. */
export const renameContactContract = {
  name: 'renameContact',
  request: z.strictObject({
    ...contactPlace,
    name: z.string().check(tidy, z.minLength(1), z.maxLength(CONTACT_NAME_MAX_LENGTH)),
  }),
  response: z.null(),
}

/** As typed, spaces and loose accents counted. Text that never ends takes its length squared to normalise. */
const TYPED_MAX_LENGTH = 4 * TAG_NAME_MAX_LENGTH

const tagNameSchema = z
  .string()
  .check(
    z.maxLength(TYPED_MAX_LENGTH, { abort: true }),
    z.normalize(),
    tidy,
    z.minLength(1),
    z.maxLength(TAG_NAME_MAX_LENGTH),
  )

/** Gives a contact these tags and no others, in all his conversations; fails with `tooManyTags`. */
export const tagContactContract = {
  name: 'tagContact',
  request: z.strictObject({
    ...contactPlace,
    tags: z.array(tagNameSchema).check(z.maxLength(TAGS_MAX_COUNT)),
  }),
  response: z.null(),
}

/** Takes a tag from the company, its contacts and whatever names it. Broken off, it is called again. */
export const deleteTagContract = {
  name: 'deleteTag',
  request: z.strictObject({ companyId: companyIdSchema, name: tagNameSchema }),
  response: z.null(),
}
