import * as z from 'zod/mini'
import {
  WIDGET_HEADERS,
  fileAnswerSchema,
  fileLinkAnswerSchema,
  messageAnswerSchema,
  openAnswerSchema,
} from '#shared/api/widget.ts'
import type { OpenAnswer } from '#shared/api/widget.ts'
import type { OutgoingFile } from './unsentMessage.ts'

/** `status` 0: nobody answered. */
export type Answer<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly status: number; readonly retryAfterMs: number | undefined }

export interface Credentials {
  readonly sessionId: string
  readonly sessionToken: string
}

export interface OutgoingMessage {
  readonly id: string
  readonly text: string
  readonly files: readonly string[]
}

export interface WidgetRequests {
  open(known: Credentials | null): Promise<Answer<OpenAnswer>>
  message(who: Credentials, message: OutgoingMessage): Promise<Answer<{ messageId: string }>>
  file(who: Credentials, file: OutgoingFile): Promise<Answer<{ receipt: string }>>
  receipt(
    who: Credentials,
    status: 'delivered' | 'read',
    messageIds: readonly string[],
  ): Promise<Answer<unknown>>
  fileLink(who: Credentials, messageId: string, attachmentId: string): Promise<Answer<{ url: string }>>
}

const TIMEOUT_MS = 20_000
const FILE_TIMEOUT_MS = 120_000

export function widgetRequests(widgetId: string): WidgetRequests {
  const headersOf = ({ sessionId, sessionToken }: Credentials) => ({
    [WIDGET_HEADERS.widget]: widgetId,
    [WIDGET_HEADERS.session]: sessionId,
    [WIDGET_HEADERS.token]: sessionToken,
  })
  return {
    open: (known) => postJson('open', {}, { widgetId, ...known }, openAnswerSchema),
    message: (who, message) =>
      postJson('messages', headersOf(who), { type: 'message', ...message }, messageAnswerSchema),
    file: (who, file) => postFile(headersOf(who), file),
    receipt: (who, status, messageIds) =>
      postJson('receipts', headersOf(who), { type: 'receipt', status, messageIds }, z.unknown()),
    fileLink: (who, messageId, attachmentId) =>
      postJson('file-link', headersOf(who), { messageId, attachmentId }, fileLinkAnswerSchema),
  }
}

function postJson<Body>(
  path: string,
  headers: Record<string, string>,
  json: unknown,
  schema: z.ZodMiniType<Body>,
): Promise<Answer<Body>> {
  const init = { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(json) }
  return post(`/widget/${path}`, init, TIMEOUT_MS, schema)
}

function postFile(headers: Record<string, string>, { name, blob, width, height }: OutgoingFile) {
  const query = new URLSearchParams({ name })
  if (width && height) {
    query.set('width', String(width))
    query.set('height', String(height))
  }
  const init = { headers: { ...headers, 'content-type': 'application/octet-stream' }, body: blob }
  return post(`/widget/files?${query.toString()}`, init, FILE_TIMEOUT_MS, fileAnswerSchema)
}

async function post<Body>(
  url: string,
  init: RequestInit,
  timeoutMs: number,
  schema: z.ZodMiniType<Body>,
): Promise<Answer<Body>> {
  const abort = new AbortController()
  const timer = setTimeout(() => {
    abort.abort()
  }, timeoutMs)
  try {
    const response = await fetch(url, { ...init, method: 'POST', credentials: 'omit', signal: abort.signal })
    if (!response.ok) return { ok: false, status: response.status, retryAfterMs: retryAfterOf(response) }
    return { ok: true, body: schema.parse(await response.json()) }
  } catch {
    return { ok: false, status: 0, retryAfterMs: undefined }
  } finally {
    clearTimeout(timer)
  }
}

function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after'))
  return seconds > 0 ? seconds * 1000 : undefined
}
