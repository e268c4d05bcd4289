import { cleanPhone, formatPhone } from './phone.ts'

export interface TypedPhone {
  readonly text: string
  readonly caret: number
}

/** What was typed, grouped, with the caret before the same digits as it was. */
export function regroupPhone({ text, caret }: TypedPhone): TypedPhone {
  const grouped = formatPhone(cleanPhone(text)) || text
  const digitsAfter = text.slice(caret).replace(/\D/g, '').length
  return { text: grouped, caret: placeBefore(grouped, digitsAfter) }
}

function placeBefore(text: string, digitsAfter: number): number {
  let at = text.length
  for (let left = digitsAfter; left > 0 && at > 0; at--) {
    if (/\d/.test(text.charAt(at - 1))) left--
  }
  return at
}
