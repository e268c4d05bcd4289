import type { Request } from 'firebase-functions/https'
import { config } from '#functions/platform/config.ts'

/**
 * Whether a page of our own asks. Browsers that send `Sec-Fetch-Site` say it themselves; for older
 * ones `Origin` must be the address the page is served at. No browser hides both on a POST of another site.
 */
export function isSameOrigin({ headers }: Pick<Request, 'headers'>): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = headers
  return origin === undefined || origin === new URL(config.publicUrl()).origin
}
