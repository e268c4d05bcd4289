import type * as phoneRules from './phoneRules.ts'

type PhoneRules = typeof phoneRules

/** A Russian number after its +7. */
const RUSSIAN_DIGITS = 10

let rules: PhoneRules | undefined

/** Every country's rules, fetched once somebody is about to type; until then a courtesy for all does. */
export async function loadPhoneRules(): Promise<void> {
  rules ??= await import('./phoneRules.ts')
}

/**
 * Any spelling of a phone as + and digits: brackets and spaces go, 8… and a bare 9… become +7…, 00… becomes +….
 * What is pasted behind the prefilled +7 counts as a number of its own.
 */
export function cleanPhone(text: string): string {
  const lastPlus = text.lastIndexOf('+')
  const digits = text.slice(lastPlus + 1).replace(/\D/g, '')
  if (digits === '') return lastPlus >= 0 ? '+' : ''
  if (/^7[78]\d{10}$/.test(digits)) return `+7${digits.slice(2)}`
  if (/^700\d{8}/.test(digits)) return `+${digits.slice(3)}`
  if (lastPlus >= 0) return `+${digits}`
  return withoutPlus(digits)
}

function withoutPlus(digits: string): string {
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  if (digits.startsWith('8') && digits.length <= RUSSIAN_DIGITS + 1) return `+7${digits.slice(1)}`
  if (digits.startsWith('9') && digits.length <= RUSSIAN_DIGITS) return `+7${digits}`
  return `+${digits}`
}

/** Any spelling of a whole number as E.164: a country's own prefix, as in +49 (0) 30, is dropped too. */
export function toE164(text: string): string {
  const phone = cleanPhone(text)
  return rules?.toE164(phone) ?? phone
}

/** +7 900 000-01-42 as far as it is typed; other countries' numbers as their people group them. */
export function formatPhone(phone: string): string {
  if (!phone.startsWith('+7')) return rules?.formatTyped(phone) ?? phone
  const [, area = '', first = '', second = '', third = ''] =
    /^\+7(\d{0,3})(\d{0,3})(\d{0,2})(\d*)$/.exec(phone) ?? []
  const groups = [first, second, third].filter((group) => group !== '').join('-')
  return ['+7', area, groups].filter((part) => part !== '').join(' ')
}

/** A courtesy before the server looks: long enough for its country. */
export function isWholePhone(phone: string): boolean {
  if (phone.startsWith('+7')) return /^\+7\d{10}$/.test(phone)
  return /^\+[1-9]\d{7,14}$/.test(phone) && (rules?.isPossible(phone) ?? true)
}
