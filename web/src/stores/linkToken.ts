import { linkTokenSchema } from '#shared/api/linkToken.ts'

/** Where the token of a mailed link waits until it is used: this tab's memory, gone with the tab. */
const storedAt = (path: string): string => `pact.link:${path}`

export function keepLinkToken(path: string, token: string): void {
  sessionStorage.setItem(storedAt(path), token)
}

/** '' when there is none, or none that any letter of ours has held. */
export function linkToken(path: string): string {
  return linkTokenSchema.safeParse(sessionStorage.getItem(storedAt(path))).data ?? ''
}

export function forgetLinkToken(path: string): void {
  sessionStorage.removeItem(storedAt(path))
}
