import { config } from '#functions/platform/config.ts'

/** A link whose token stands behind `#`: no server log holds it, and whoever merely fetches the page never sends it. */
export function letterLink(path: string, token: string): string {
  return `${config.publicUrl()}${path}#${token}`
}
