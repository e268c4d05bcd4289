import { answer } from '../../http/answer.ts'
import type { Exchange } from '../../http/Exchange.ts'
import { answerSend } from '../answerSend.ts'
import { callOf, valueOf } from '../callOf.ts'
import type { SmsRu } from './SmsRu.ts'
import {
  accountReplies,
  costReply,
  refusal,
  requestOf,
  sendReply,
  statusReply,
  type Reply,
} from './replies.ts'

/** `/sms/send` and its kin: https://sms.ru/api */
export async function handleSmsRu(gateway: SmsRu, exchange: Exchange): Promise<void> {
  const call = await callOf(exchange)
  const method = exchange.path.join('/')
  const isJson = valueOf(call, 'json') === '1'
  const answerBy = (reply: Reply) => () => answerReply(exchange, reply, isJson)
  if (method === 'sms/send') {
    answerSend(exchange, gateway.account, () => answerBy(sendReply(gateway, gateway.send(requestOf(call)))))
  } else if (method === 'sms/cost') answerBy(costReply(gateway.costOf(requestOf(call))))()
  else if (!gateway.isKnown(valueOf(call, 'api_id'))) answerBy(refusal(200))()
  else if (method === 'sms/status') answerBy(statusReply(gateway, valueOf(call, 'sms_id').split(',')))()
  else answerBy(accountReplies[method]?.(gateway) ?? refusal(211))()
}

function answerReply({ response }: Exchange, { json, lines }: Reply, isJson: boolean): void {
  if (isJson) {
    const body = JSON.stringify(json, undefined, 4)
    answer(response, 200, { body, contentType: 'application/json; charset=utf-8' })
  } else answer(response, 200, { body: lines.join('\n'), contentType: 'text/plain; charset=utf-8' })
}
