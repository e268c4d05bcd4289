import type * as z from 'zod/mini'
import { auditEntrySchema } from '#shared/domain/auditEntry.ts'
import type { AuditEntry } from '#shared/domain/auditEntry.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** An admin has renamed the company. */
export function anAuditEntry(change: Partial<z.input<typeof auditEntrySchema>> = {}): AuditEntry {
  return auditEntrySchema.parse({
    kind: 'companyChanged',
    by: 'admin',
    byName: 'Анна Админ',
    subject: 'Велосипеды у парка',
    details: { name: 'Велосипеды у реки' },
    address: '192.0.2.1',
    at: AN_HOUR_AGO,
    ...change,
  })
}
