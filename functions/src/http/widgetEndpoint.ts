import type { Request } from 'firebase-functions/https'
import { logger } from 'firebase-functions'
import type { Response } from 'express'
import * as z from 'zod/mini'
import { WIDGET_HEADERS, fileLinkRequestSchema, openRequestSchema } from '#shared/api/widget.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { PICTURE_MAX_SIDE } from '#shared/domain/message.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import { readJson } from '#channels/readJson.ts'
import { clientAddress } from '#functions/platform/clientAddress.ts'
import { linkVisitorFile } from '#functions/widget/linkVisitorFile.ts'
import { openVisitorSession } from '#functions/widget/openVisitorSession.ts'
import { receiveVisitorFile } from '#functions/widget/receiveVisitorFile.ts'
import { receiveVisitorMessage } from '#functions/widget/receiveVisitorMessage.ts'
import { receiveVisitorReceipts } from '#functions/widget/receiveVisitorReceipts.ts'
import type { VisitorChannel } from '#functions/widget/visitorChannel.ts'
import { visitorChannel } from '#functions/widget/visitorChannel.ts'
import { isSameOrigin } from './isSameOrigin.ts'
import { toWebhookRequest } from './toWebhookRequest.ts'

/** Far above a message of the longest text and a file's receipt. */
const MAX_JSON_SIZE = 64 * 1024

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly retryAfterSeconds?: number
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message },
})

const NOT_FOUND = refusal(404, 'notFound', 'Нет такого виджета или файла')
const UNAUTHORIZED = refusal(401, 'unauthorized', 'Откройте чат заново')

/** `/widget/<what>`: the door of the site widget's frame, which lies on our own origin. */
export async function handleWidget(request: Request, response: Response): Promise<void> {
  const { status, body, retryAfterSeconds } = await answerTo(request)
  response.set('cache-control', 'no-store')
  if (retryAfterSeconds !== undefined) response.set('retry-after', String(retryAfterSeconds))
  response.status(status).json(body)
}

async function answerTo(request: Request): Promise<Answer> {
  if (!isSameOrigin(request)) return refusal(403, 'foreignOrigin', 'Чат открывается только из своего окна')
  if (request.method !== 'POST') return refusal(405, 'methodNotAllowed', 'Только POST')
  try {
    return await dispatch(request, toWebhookRequest(request))
  } catch (error) {
    return afterError(error)
  }
}

async function dispatch(request: Request, webhook: WebhookRequest): Promise<Answer> {
  const what = request.path.replace(/\/+$/, '').split('/').at(-1) ?? ''
  if (what !== 'files' && webhook.rawBody.length > MAX_JSON_SIZE) throw new ProviderError('tooLarge')
  if (what === 'open') return open(request, webhook)
  const handle = handlers[what]
  const channel = await visitorChannel(webhook.headers[WIDGET_HEADERS.widget] ?? '')
  if (!handle || !channel) return NOT_FOUND
  const sessionId = channel.visitors.sessionIdOf(webhook, channel.settings)
  return sessionId === undefined ? UNAUTHORIZED : handle(channel, sessionId, webhook)
}

async function open(request: Request, webhook: WebhookRequest): Promise<Answer> {
  const wanted = openRequestSchema.parse(readJson(webhook))
  const channel = await visitorChannel(wanted.widgetId)
  return channel ? ok(await openVisitorSession(channel, wanted, clientAddress(request))) : NOT_FOUND
}

type Handler = (channel: VisitorChannel, sessionId: string, webhook: WebhookRequest) => Promise<Answer>

const handlers: Readonly<Record<string, Handler | undefined>> = {
  async messages(channel, _sessionId, webhook) {
    if (!channel.adapter.authenticate(webhook, channel.settings)) return UNAUTHORIZED
    return ok({ messageId: await receiveVisitorMessage(channel, webhook) })
  },
  async receipts(channel, _sessionId, webhook) {
    await receiveVisitorReceipts(channel, webhook)
    return ok({})
  },
  async files(channel, sessionId, { query, rawBody }) {
    const { name, width, height } = fileQuerySchema.parse(query)
    return ok({
      receipt: await receiveVisitorFile(channel, sessionId, { name, width, height, bytes: rawBody }),
    })
  },
  async 'file-link'(channel, sessionId, webhook) {
    const { messageId, attachmentId } = fileLinkRequestSchema.parse(readJson(webhook))
    const url = await linkVisitorFile(channel, sessionId, messageId, attachmentId)
    return url === undefined ? NOT_FOUND : ok({ url })
  },
}

const measureSchema = z.optional(z.pipe(z.coerce.number(), z.int().check(z.gte(1), z.lte(PICTURE_MAX_SIDE))))
const fileQuerySchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  width: measureSchema,
  height: measureSchema,
})

/** The one place where an error becomes a visitor's answer. */
function afterError(error: unknown): Answer {
  if (error instanceof InvalidInputError || error instanceof z.core.$ZodError) {
    return refusal(400, 'invalidInput', 'Запрос не читается')
  }
  if (error instanceof ProviderError && error.code === 'tooLarge')
    return refusal(413, 'tooLarge', 'Слишком большой файл')
  if (error instanceof ProviderError && error.code === 'forbiddenType') {
    return refusal(415, 'forbiddenType', 'Такие файлы не принимаются')
  }
  if (error instanceof ProviderError && error.code === 'gone')
    return refusal(410, 'gone', 'Файл больше не хранится, приложите его снова')
  if (error instanceof DomainError && error.code === 'tooManyAttempts') return tooMany(error)
  logger.error('widget request failed', { error: error instanceof Error ? error.stack : String(error) })
  return refusal(500, 'internal', 'Не получилось, попробуйте ещё раз')
}

function tooMany({ details }: DomainError): Answer {
  const seconds = Number(details['seconds'] ?? Number(details['minutes']) * 60)
  return {
    ...refusal(429, 'tooManyAttempts', `Слишком часто. Попробуйте через ${seconds} с`),
    retryAfterSeconds: seconds,
  }
}
