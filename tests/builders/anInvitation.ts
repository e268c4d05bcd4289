import type * as z from 'zod/mini'
import { invitationSchema } from '#shared/domain/invitation.ts'
import type { Invitation } from '#shared/domain/invitation.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** An address asked into one company an hour ago. */
export function anInvitation(change: Partial<z.input<typeof invitationSchema>> = {}): Invitation {
  return invitationSchema.parse({
    email: 'petr@example.com',
    role: 'operator',
    state: 'sent',
    companyIds: ['company-1'],
    companyNames: ['Велосипеды у парка'],
    invitedBy: 'admin',
    invitedByName: 'Анна Админ',
    sentAt: AN_HOUR_AGO,
    expiresAt: AN_HOUR_AGO + 7 * 24 * 3_600_000,
    ...change,
  })
}
