import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/** A word a company's contacts are sorted by; its id is derived from its name. */
export const tagSchema = z.object({ name: z.string(), createdAt: momentSchema })

export const TAG_NAME_MAX_LENGTH = 40
/** Of one contact. */
export const TAGS_MAX_COUNT = 20
/** Of a company. */
export const COMPANY_TAGS_MAX_COUNT = 200
