import { AsYouType, isPossiblePhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Fetched by the first field that needs it: every country's numbers weigh 40 kB. */

export function formatTyped(phone: string): string {
  return new AsYouType().input(phone)
}

/** Of a length its country has. */
export function isPossible(phone: string): boolean {
  return isPossiblePhoneNumber(phone)
}

export function toE164(phone: string): string | undefined {
  return parsePhoneNumberFromString(phone)?.number
}
