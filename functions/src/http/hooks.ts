import type { Request } from 'firebase-functions/https'
import type { Response } from 'express'
import * as z from 'zod/mini'
import type { ChannelEvent } from '#shared/domain/channelEvent.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import { isChannelKind } from '#channels/manifests.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { routeByAccount } from '#functions/channels/route.ts'
import { keepDeadLetter } from '#functions/inbox/keepDeadLetter.ts'
import { leaveDomain } from '#functions/platform/leaveDomain.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { toWebhookRequest } from './toWebhookRequest.ts'

/** Meta's webhooks reach 3 MB, the largest we know of. */
const MAX_BODY_SIZE = 4 * 1024 * 1024

/** `/hooks/<kind>/<account hash>`, whatever stands before it. */
const PATH = /(?:^|\/)hooks\/([a-z]+)\/([a-f0-9]{32})\/?$|^\/([a-z]+)\/([a-f0-9]{32})\/?$/

/**
 * Takes every channel's webhooks: authenticate on raw bytes → parse → ingest → 200.
 * 401 tells strangers nothing, not even whether the account exists; 4xx: never again; 5xx: our fault, again please.
 */
export async function handleHook(request: Request, response: Response): Promise<void> {
  leaveDomain()
  response.status(await statusOf(request)).end()
}

async function statusOf(request: Request): Promise<number> {
  if (request.method !== 'POST') return 405
  const webhook = toWebhookRequest(request)
  if (webhook.rawBody.length > MAX_BODY_SIZE) return 413
  const route = await routeOf(request.path)
  // A site's visitors have a door of their own, which counts what they send.
  if (route?.adapter.visitors || !route?.adapter.authenticate(webhook, route.settings)) return 401
  return takeIn(route, webhook)
}

async function routeOf(path: string): Promise<ChannelRoute | undefined> {
  const match = PATH.exec(path)
  const kind = match?.[1] ?? match?.[3] ?? ''
  const hash = match?.[2] ?? match?.[4] ?? ''
  return isChannelKind(kind) ? routeByAccount(kind, hash) : undefined
}

async function takeIn(route: ChannelRoute, webhook: WebhookRequest): Promise<number> {
  let events: ChannelEvent[]
  try {
    events = route.adapter.parse(webhook)
  } catch (error) {
    if (error instanceof InvalidInputError) return 400
    if (!(error instanceof z.core.$ZodError)) throw error
    await keepDeadLetter(
      route,
      webhook.rawBody,
      error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; '),
    )
    return 200
  }
  await receiveEvents(route, events)
  return 200
}
