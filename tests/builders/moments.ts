import { HOUR_MS } from '#shared/domain/time.ts'

/** The moment tests call now unless they say otherwise. */
export const NOON = Date.UTC(2026, 10, 20, 12)

export const AN_HOUR_AGO = NOON - HOUR_MS
