import { SMSC_ERRORS, ERRORS_WITH_ID } from './smscErrors.ts'
import type { SmscRefusal, SmscSent } from './Smsc.ts'

/** How an answer is written, as asked for by `fmt`: words, values with commas between them, or JSON. XML (2) is not played. */
export const FORMATS = ['0', '1', '3'] as const
export type Format = (typeof FORMATS)[number]

/** Member by member on lines of their own, as its documentation shows. */
export function smscJson(members: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(members).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
  return `{\n${lines.join(',\n')}\n}`
}

export function refusalIn(format: Format, { error, id }: SmscRefusal): string {
  const hasId = ERRORS_WITH_ID.includes(error)
  const words = SMSC_ERRORS[error]
  if (format === '3') return smscJson({ error: words, error_code: error, ...(hasId && { id }) })
  if (format === '1') return `${hasId ? String(id) : '0'},-${String(error)}`
  return `ERROR = ${String(error)} (${words})${hasId ? `, ID - ${String(id)}` : ''}`
}

/** `cost` as it was asked: 2 tells the price too, 3 what is left as well. Amounts are texts. */
export function sentIn(format: Format, sent: SmscSent, balance: number, cost: string): string {
  const { id, count } = sent
  const price = cost === '2' || cost === '3' ? { cost: String(sent.cost) } : {}
  const rest = cost === '3' ? { balance: String(balance) } : {}
  if (format === '3') return smscJson({ id, cnt: count, ...price, ...rest })
  if (format === '1') return [id, count, ...Object.values({ ...price, ...rest })].join(',')
  return `OK - ${String(count)} SMS, ID - ${String(id)}`
}

export function costIn(format: Format, { cost, count }: SmscSent): string {
  if (format === '3') return smscJson({ cost: String(cost), cnt: count })
  return format === '1' ? `${String(cost)},${String(count)}` : `${String(cost)} (${String(count)} SMS)`
}

export function balanceIn(format: Format, balance: number, withCurrency: boolean): string {
  if (format !== '3') return String(balance)
  return smscJson({ balance: String(balance), ...(withCurrency && { currency: 'RUB' }) })
}
