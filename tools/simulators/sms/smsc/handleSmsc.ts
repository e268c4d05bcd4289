import { answer } from '../../http/answer.ts'
import { answerJson } from '../../http/answerJson.ts'
import type { Exchange } from '../../http/Exchange.ts'
import type { Call } from '../../http/readCall.ts'
import { answerSend } from '../answerSend.ts'
import { callOf, valueOf } from '../callOf.ts'
import { FORMATS, balanceIn, costIn, refusalIn, sentIn, type Format } from './formats.ts'
import type { Smsc, SmscRequest } from './Smsc.ts'
import { statusIn } from './statusIn.ts'

interface Asked {
  readonly script: string
  readonly call: Call
  readonly format: Format
}

/** What is answered without anything being sent. */
const ANSWERS: Readonly<Record<string, (gateway: Smsc, asked: Asked) => string>> = {
  'sys/balance.php': ({ account }, { call, format }) =>
    balanceIn(format, account.balance, valueOf(call, 'cur') === '1'),
  'sys/status.php': statusOf,
  'sys/send.php': costOf,
  'rest/send': costOf,
}

/** `/sys/send.php` and its kin, and `/rest/send/` for JSON: https://smsc.ru/api/http/ */
export async function handleSmsc(gateway: Smsc, exchange: Exchange): Promise<void> {
  const script = exchange.path.join('/')
  const call = await callOf(exchange)
  const asked = { script, call, format: formatOf(call, script) }
  const reply = (body: string): void => answerText(exchange, asked.format, body)
  const answerOf = ANSWERS[script]
  if (!answerOf) answerJson(exchange.response, 404, { error: 'not found' })
  else if (!isAuthorised(gateway, call)) reply(refusalIn(asked.format, { error: 2, id: 0 }))
  else if (answerOf !== costOf || valueOf(call, 'cost') === '1') reply(answerOf(gateway, asked))
  else
    answerSend(exchange, gateway.account, () => {
      const body = sendingOf(gateway, asked)
      return () => reply(body)
    })
}

function isAuthorised(gateway: Smsc, call: Call): boolean {
  return gateway.isKnown(valueOf(call, 'login'), valueOf(call, 'psw'), valueOf(call, 'apikey'))
}

function formatOf(call: Call, script: string): Format {
  if (script === 'rest/send') return '3'
  return FORMATS.find((format) => format === valueOf(call, 'fmt')) ?? '0'
}

function requestOf({ call, script }: Asked): SmscRequest {
  const phones = valueOf(call, 'phones')
    .split(/[,;\n]/)
    .filter((phone) => phone.trim() !== '')
  const isUnicode = script === 'rest/send' || valueOf(call, 'charset') === 'utf-8'
  const text = valueOf(call, 'mes')
  return {
    phones,
    text: isUnicode ? text : asWindows1251(text),
    sender: valueOf(call, 'sender'),
    id: valueOf(call, 'id'),
  }
}

/** Whoever does not say `charset=utf-8` is read as Windows-1251, and the customer sees what comes of it. */
function asWindows1251(text: string): string {
  return new TextDecoder('windows-1251').decode(Buffer.from(text))
}

function costOf(gateway: Smsc, asked: Asked): string {
  const cost = gateway.costOf(requestOf(asked))
  return 'error' in cost ? refusalIn(asked.format, cost) : costIn(asked.format, cost)
}

function sendingOf(gateway: Smsc, asked: Asked): string {
  const sent = gateway.send(requestOf(asked))
  if ('error' in sent) return refusalIn(asked.format, sent)
  return sentIn(asked.format, sent, gateway.account.balance, valueOf(asked.call, 'cost'))
}

/** A comma after the id asks for a list, even of one. */
function statusOf(gateway: Smsc, { call, format }: Asked): string {
  const [ids, phones] = [valueOf(call, 'id'), valueOf(call, 'phone')]
  if (ids === '' || phones === '') return refusalIn(format, { error: 1, id: 0 })
  if (!ids.includes(',')) return statusIn(format, gateway.sent(ids, phones))
  const phoneList = phones.split(',')
  const states = ids.split(',').flatMap((id, at) => {
    const phone = phoneList[at] ?? ''
    return id === '' ? [] : [statusIn(format, gateway.sent(id, phone), { id: Number(id), phone })]
  })
  return format === '3' ? `[${states.join(',\n')}]` : states.join('\n')
}

function answerText({ response }: Exchange, format: Format, body: string): void {
  const contentType = format === '3' ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8'
  answer(response, 200, { body, contentType })
}
