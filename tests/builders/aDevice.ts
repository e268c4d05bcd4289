import type * as z from 'zod/mini'
import { deviceSchema } from '#shared/domain/user.ts'
import type { Device } from '#shared/domain/user.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A browser somebody signed in with an hour ago. */
export function aDevice(change: Partial<z.input<typeof deviceSchema>> = {}): Device {
  return deviceSchema.parse({
    label: 'Chrome, Windows',
    address: '192.0.2.1',
    signedInAt: AN_HOUR_AGO,
    lastUsedAt: AN_HOUR_AGO,
    ...change,
  })
}
