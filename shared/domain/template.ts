import * as z from 'zod/mini'
import { attachmentIdSchema, userIdSchema } from './ids.ts'
import { DAY_MS, momentSchema } from './time.ts'

/** A file that goes with a template; it lies in Storage at `path`. */
export const templateFileSchema = z.object({
  id: attachmentIdSchema,
  name: z.string(),
  contentType: z.string(),
  /** Bytes. */
  size: z.int(),
  path: z.string(),
})
export type TemplateFile = z.infer<typeof templateFileSchema>

/** A saved reply of the company; every member sees, changes and uses it. */
export const templateSchema = z.object({
  name: z.string(),
  text: z.string(),
  file: z.nullable(templateFileSchema),
  createdBy: userIdSchema,
  createdByName: z.string(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  /** Null until somebody sends it. */
  lastUsedAt: z.nullable(momentSchema),
  /** Null while it is in use; whoever deleted it may take that back. */
  deletedAt: z.nullable(momentSchema),
})
export type Template = z.infer<typeof templateSchema>

/** So long a deleted one is kept. */
export const DELETED_TEMPLATE_LIFE_MS = 30 * DAY_MS
export const TEMPLATE_NAME_MAX_LENGTH = 100
export const TEMPLATE_TEXT_MAX_LENGTH = 20_000
export const TEMPLATE_FILE_MAX_SIZE = 50 * 1024 * 1024

/** What stands in a template's text for the contact. */
export const NAME_VARIABLE = '@name@'

export interface TemplateContact {
  readonly name: string
  readonly phone: string
}

/** A template's text for one contact: his name, or his phone while the name is unknown. */
export function filledIn(text: string, { name, phone }: TemplateContact): string {
  return text.split(NAME_VARIABLE).join(name.trim() || phone)
}
