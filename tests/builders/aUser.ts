import type * as z from 'zod/mini'
import { userSchema } from '#shared/domain/user.ts'
import type { User } from '#shared/domain/user.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A person who signs in by phone and works in one company. */
export function aUser(change: Partial<z.input<typeof userSchema>> = {}): User {
  return userSchema.parse({
    name: 'Ольга Орлова',
    phone: '+79990000001',
    locale: 'ru',
    companyIds: ['company-1'],
    publicId: 2001,
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
