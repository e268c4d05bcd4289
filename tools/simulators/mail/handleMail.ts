import type { Exchange } from '../http/Exchange.ts'
import { answer } from '../http/answer.ts'
import { ANSWERED, handleRoutes } from '../http/routes.ts'
import type { MailInbox } from './MailInbox.ts'

/** What a mail may do when it is looked at: nothing but be there. */
const MAIL_POLICY = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'"

export async function handleMail(inbox: MailInbox, exchange: Exchange, changed: () => void): Promise<void> {
  await handleRoutes(
    {
      'GET messages': ({ query }) => {
        const to = query.get('to')
        return inbox.messages.filter((message) => to === null || message.to.includes(to))
      },
      'GET messages/*/html': ({ response }, [id]) => {
        const message = inbox.messages.find((each) => each.id === id)
        if (!message) return undefined
        const headers = { 'content-security-policy': MAIL_POLICY }
        answer(response, 200, { body: message.html, contentType: 'text/html; charset=utf-8', headers })
        return ANSWERED
      },
      'POST control/reset': () => {
        inbox.clear()
        return { ok: true }
      },
    },
    exchange,
  )
  if (exchange.method !== 'GET') changed()
}
