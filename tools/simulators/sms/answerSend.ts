import type { Exchange } from '../http/Exchange.ts'
import { answer } from '../http/answer.ts'
import type { SmsAccount } from './SmsAccount.ts'

const PAGE = '<html>\n<head><title>500 Internal Server Error</title></head>\n</html>\n'

/** Answers a send, unless the connection shall fail it: then before or after the message has gone. */
export function answerSend({ response }: Exchange, account: SmsAccount, send: () => () => void): void {
  const fault = account.strike(['error500', 'timeout', 'dropAnswer'])
  if (fault?.kind === 'timeout') return
  if (fault?.kind === 'error500') {
    answer(response, 500, { body: PAGE, contentType: 'text/html' })
    return
  }
  const reply = send()
  if (fault?.kind === 'dropAnswer') response.destroy()
  else reply()
}
