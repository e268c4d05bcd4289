import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { vi } from 'vitest'
import { listenHttp } from '../platform/httpServers.ts'

/** What becomes of one call: held until a gate opens, on its way there or back; or turned away. */
export interface Passage {
  readonly before?: Promise<void>
  readonly after?: Promise<void>
  readonly isRefused?: boolean
}

export interface Gate {
  readonly opened: Promise<void>
  open(): void
}

export function aGate(): Gate {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

export interface TelegramDoor {
  readonly url: string
  /** That many calls of the method have come to the door. */
  untilSeen(count: number): Promise<void>
  close(): Promise<void>
}

/** Stands between the product and the simulated Telegram: the calls of one method pass as planned, one by one. */
export async function telegramDoor(
  telegramUrl: string,
  method: string,
  passages: readonly Passage[],
): Promise<TelegramDoor> {
  let seen = 0
  const passageOf = (path: string): Passage => (path.endsWith(`/${method}`) ? (passages[seen++] ?? {}) : {})
  const listening = await listenHttp((request, response) => {
    void passOn(telegramUrl, request, response, passageOf(request.url ?? ''))
  })
  return {
    url: listening.url,
    untilSeen: (count) =>
      vi.waitFor(() => {
        if (seen < count) throw new Error(`${String(seen)} calls of ${method} so far`)
      }),
    close: () => listening.close(),
  }
}

async function passOn(
  telegramUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  { before, after, isRefused }: Passage,
): Promise<void> {
  const body = new Uint8Array(await buffer(request))
  await before
  if (isRefused) {
    response.writeHead(502).end()
    return
  }
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const answer = await fetch(telegramUrl + (request.url ?? ''), { method: 'POST', headers, body })
  const text = await answer.text()
  await after
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
}
