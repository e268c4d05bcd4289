// By its place, not by alias: demo data are written by a tool, and Node knows no alias inside this package.
import { hashId } from '../platform/hashId.ts'

/** Under which an address is kept in `userEmails`, however it was typed. */
export function emailHash(email: string): string {
  return hashId('email', email.toLowerCase())
}
