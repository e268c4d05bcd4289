import type { ChannelContext, OutboundAttachment, OutboundMessage } from '#channels/adapter.ts'
import type { TelegramSettings } from '#channels/telegram/settings.ts'
import { http } from '#functions/platform/http.ts'
import { attachmentIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { aMailbox } from '#tests/channels/aMailbox.ts'
import { NOON } from '#tests/builders/moments.ts'
import type { TelegramCustomer } from '#tests/tools/simulators/support/Telegram.ts'
import { Telegram } from '#tests/tools/simulators/support/Telegram.ts'

/** One bot of the simulated Telegram, its customer, and what the adapter needs to speak for it. */
export interface Scene {
  readonly telegram: Telegram
  readonly anna: TelegramCustomer
  readonly settings: TelegramSettings
  readonly context: ChannelContext
  outbound(change?: Partial<OutboundMessage>): OutboundMessage
}

/** Silence is given up sooner than in production; all else is the product's own way out. */
const impatient = {
  request: (request: Parameters<typeof http.request>[0]) => http.request({ ...request, timeoutMs: 2000 }),
}

export async function sceneAt(simulatorsUrl: string): Promise<Scene> {
  process.env['PROVIDER_URL_TELEGRAM'] = `${simulatorsUrl}/telegram`
  const telegram = await Telegram.withNewBot(simulatorsUrl)
  const anna = await telegram.startedCustomer()
  return {
    telegram,
    anna,
    settings: { token: telegram.token, secret: 'its-secret' },
    context: { http: impatient, baseUrl: `${simulatorsUrl}/telegram`, mailbox: aMailbox() },
    outbound: (change) => ({ ...aReply(anna), ...change }),
  }
}

function aReply({ chatId }: TelegramCustomer): OutboundMessage {
  return {
    id: messageIdSchema.parse('message-1'),
    conversationExternalId: String(chatId),
    kind: 'text',
    text: 'Добрый день',
    attachments: [],
    authorName: '',
    sentAt: NOON,
    createdAt: NOON,
    replyToExternalId: '',
  }
}

/** A file on its way out; its bytes are what they are, whatever is said of them. */
export function aFile(bytes: Uint8Array, change: Partial<OutboundAttachment> = {}): OutboundAttachment {
  return {
    id: attachmentIdSchema.parse('attachment-1'),
    kind: 'document',
    name: 'договор.pdf',
    contentType: 'application/pdf',
    size: bytes.length,
    read: () => Promise.resolve(bytes),
    ...change,
  }
}

/** PNG as far as its head tells. */
export function pngBytes(size = 200, width = 10, height = 10): Uint8Array {
  const bytes = Buffer.alloc(size)
  bytes.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** Ogg Opus as far as its first page tells. */
export function oggOpusBytes(): Uint8Array {
  return Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')])
}

export function mp4Bytes(): Uint8Array {
  return Buffer.concat([Buffer.alloc(4), Buffer.from('ftypisom')])
}

export async function refusalOf(attempt: Promise<unknown>): Promise<ProviderError> {
  const result = await attempt.catch((error: unknown) => error)
  if (result instanceof ProviderError) return result
  throw new Error('no provider refused', { cause: result })
}
