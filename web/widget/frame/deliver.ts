import type { FailureReason, UnsentMessage } from './unsentMessage.ts'
import type { Answer, Credentials, WidgetRequests } from './widgetRequests.ts'

/** What became of one attempt, and what to do next. */
export type Outcome =
  | { readonly is: 'sent' }
  | {
      readonly is: 'later'
      readonly why: 'offline' | 'slowDown' | 'serverFault'
      readonly afterMs: number | undefined
    }
  | { readonly is: 'sessionRefused' }
  | { readonly is: 'failed'; readonly reason: FailureReason }

/** One attempt: the file first, then the message that names it. `keepReceipt` spares a retry the upload. */
export async function deliver(
  requests: WidgetRequests,
  who: Credentials,
  message: UnsentMessage,
  keepReceipt: (receipt: string) => void,
): Promise<Outcome> {
  let { receipt } = message
  if (message.file && receipt === undefined) {
    const answer = await requests.file(who, message.file)
    if (!answer.ok) return outcomeOf(answer)
    receipt = answer.body.receipt
    keepReceipt(receipt)
  }
  const files = receipt === undefined ? [] : [receipt]
  const answer = await requests.message(who, { id: message.id, text: message.text, files })
  if (!answer.ok && answer.status === FILE_GONE && message.receipt !== undefined) {
    const { receipt: _, ...anew } = message
    return deliver(requests, who, anew, keepReceipt)
  }
  return answer.ok ? { is: 'sent' } : outcomeOf(answer)
}

/** A file handed in long ago is no longer kept: it is handed in anew. */
const FILE_GONE = 410

const FAILURES: Readonly<Record<number, FailureReason>> = {
  404: 'unavailable',
  413: 'fileTooLarge',
  415: 'fileRefused',
}

function outcomeOf({ status, retryAfterMs }: Extract<Answer<unknown>, { ok: false }>): Outcome {
  if (status === 0) return { is: 'later', why: 'offline', afterMs: undefined }
  if (status === 401) return { is: 'sessionRefused' }
  if (status === 429) return { is: 'later', why: 'slowDown', afterMs: retryAfterMs }
  if (status >= 500) return { is: 'later', why: 'serverFault', afterMs: retryAfterMs }
  return { is: 'failed', reason: FAILURES[status] ?? 'refused' }
}
