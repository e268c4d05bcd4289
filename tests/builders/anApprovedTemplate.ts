import type * as z from 'zod/mini'
import { approvedTemplateSchema } from '#shared/domain/approvedTemplate.ts'
import type { ApprovedTemplate } from '#shared/domain/approvedTemplate.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** Approved, with two variables. */
export function anApprovedTemplate(
  change: Partial<z.input<typeof approvedTemplateSchema>> = {},
): ApprovedTemplate {
  return approvedTemplateSchema.parse({
    externalId: 'order_ready',
    name: 'Заказ готов',
    language: 'ru',
    body: 'Здравствуйте, {{имя}}. Заказ {{номер заказа}} готов.',
    variables: ['имя', 'номер заказа'],
    state: 'approved',
    updatedAt: AN_HOUR_AGO,
    ...change,
  })
}
