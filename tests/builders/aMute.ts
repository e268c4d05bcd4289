import { AN_HOUR_AGO } from './moments.ts'

/** A conversation a member does not want to hear of. */
export function aMute(): { readonly mutedAt: number } {
  return { mutedAt: AN_HOUR_AGO }
}
