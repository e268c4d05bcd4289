import type * as z from 'zod/mini'
import { templateSchema } from '#shared/domain/template.ts'
import type { Template } from '#shared/domain/template.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A saved reply without a file. */
export function aTemplate(change: Partial<z.input<typeof templateSchema>> = {}): Template {
  return templateSchema.parse({
    name: 'Приветствие',
    text: 'Здравствуйте, @name@',
    file: null,
    createdBy: 'operator',
    createdByName: 'Ольга Орлова',
    createdAt: AN_HOUR_AGO,
    updatedAt: AN_HOUR_AGO,
    lastUsedAt: null,
    deletedAt: null,
    ...change,
  })
}
