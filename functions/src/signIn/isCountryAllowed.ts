import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { config } from '#functions/platform/config.ts'

/**
 * Whether codes are sent to numbers of this one's country. +7 is Russia and Kazakhstan, told apart by what follows.
 * Numbers nobody is given are refused with the rest: pumping begins with them.
 */
export function isCountryAllowed(phone: string): boolean {
  const number = parsePhoneNumberFromString(phone)
  if (!number?.isPossible()) return false
  const allowed = config.allowedCountries().split(',')
  return allowed.includes('*') || allowed.some((country) => country.trim() === number.country)
}
