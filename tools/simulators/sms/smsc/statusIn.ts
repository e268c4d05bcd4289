import type { SmsMessage } from '../SmsInbox.ts'
import { smscJson, type Format } from './formats.ts'

const DELIVERED = 1
const NOT_FOUND = -3

const moscowTime = new Intl.DateTimeFormat('ru-RU', {
  timeZone: 'Europe/Moscow',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** Whether a message came: here it did, at once. `named` repeats whose state it is, as a list of several does. */
export function statusIn(
  format: Format,
  message: SmsMessage | undefined,
  named?: Readonly<Record<string, unknown>>,
): string {
  const status = message ? DELIVERED : NOT_FOUND
  const seconds = message ? Math.floor(message.at / 1000) : 0
  const date = message ? dateOf(message.at) : ''
  if (format === '1') return `${String(status)},${String(seconds)}`
  if (format === '0') return `Status = ${String(status)}, check_time = ${date}`
  const times = message ? { last_date: date, last_timestamp: seconds } : {}
  return smscJson({ status, ...times, ...named })
}

/** `15.08.2021 20:27:22` in Moscow. */
function dateOf(at: number): string {
  const parts = Object.fromEntries(moscowTime.formatToParts(at).map(({ type, value }) => [type, value]))
  const { day, month, hour, minute, second } = parts
  const year = new Date(at).getUTCFullYear()
  return `${day ?? ''}.${month ?? ''}.${String(year)} ${hour ?? ''}:${minute ?? ''}:${second ?? ''}`
}
