import type * as z from 'zod/mini'
import { companySchema } from '#shared/domain/company.ts'
import type { Company } from '#shared/domain/company.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A company that sells bicycles. */
export function aCompany(change: Partial<z.input<typeof companySchema>> = {}): Company {
  return companySchema.parse({
    name: 'Велосипеды у парка',
    phone: '+78120000001',
    description: 'Прокат и ремонт',
    publicId: 1001,
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
