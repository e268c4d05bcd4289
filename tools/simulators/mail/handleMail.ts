import * as z from 'zod/mini'
import type { Exchange } from '../http/Exchange.ts'
import { answer } from '../http/answer.ts'
import { readControl } from '../http/readControl.ts'
import { ANSWERED, handleRoutes } from '../http/routes.ts'
import type { MailInbox } from './MailInbox.ts'

/** What a mail may do when it is looked at: be there, and have its links followed, each in a tab of its own. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data: http://127.0.0.1:*; style-src 'unsafe-inline'"

const faultSchema = z.strictObject({
  code: z.int().check(z.minimum(400), z.maximum(599)),
  count: z._default(z.union([z.int().check(z.positive()), z.literal('all')]), 1),
})

export async function handleMail(inbox: MailInbox, exchange: Exchange, changed: () => void): Promise<void> {
  await handleRoutes(
    {
      'GET messages': ({ query }) => {
        const to = query.get('to')?.toLowerCase()
        return inbox.messages.filter(
          (message) => to === undefined || message.to.some((address) => address.toLowerCase() === to),
        )
      },
      'GET messages/*/html': ({ response }, [id]) => {
        const message = inbox.messages.find((each) => each.id === id)
        if (!message) return undefined
        const headers = { 'content-security-policy': MAIL_POLICY, 'referrer-policy': 'no-referrer' }
        const body = withLinksInNewTabs(message.html)
        answer(response, 200, { body, contentType: 'text/html; charset=utf-8', headers })
        return ANSWERED
      },
      'POST control/fault': async () => {
        inbox.fault = (await readControl(exchange, z.nullable(faultSchema))) ?? undefined
        return { fault: inbox.fault ?? null }
      },
      'POST control/reset': () => {
        inbox.reset()
        return { ok: true }
      },
    },
    exchange,
  )
  if (exchange.method !== 'GET') changed()
}

/** After what has to come first in a document, and before the first link. */
function withLinksInNewTabs(html: string): string {
  const head = /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i.exec(html)?.[0] ?? ''
  return `${head}<base target="_blank">${html.slice(head.length)}`
}
