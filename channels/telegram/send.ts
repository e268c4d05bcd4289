import * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ChannelContext, OutboundAttachment, OutboundMessage, SendReceipt } from '../adapter.ts'
import { callBotApi } from './callBotApi.ts'
import { telegramManifest } from './manifest.ts'
import type { TelegramSettings } from './settings.ts'

const { textLength, captionLength } = telegramManifest.limits

const receiptSchema = z.object({ message_id: z.int() })

export async function sendMessage(
  message: OutboundMessage,
  { token }: TelegramSettings,
  context: ChannelContext,
): Promise<SendReceipt> {
  const [attachment, another] = message.attachments
  if (another) throw new ProviderError('rejected', { reason: 'tooManyAttachments' })
  const result = attachment
    ? await sendFile(message, attachment, token, context)
    : await callBotApi(context, token, 'sendMessage', {
        json: { ...addressOf(message), text: signed(message, textLength) },
      })
  const receipt = receiptSchema.safeParse(result)
  // It answered ok: the message is out, whatever the answer holds.
  if (!receipt.success) throw new ProviderError('uncertain', { detail: 'no message_id in the answer' })
  return { externalId: String(receipt.data.message_id) }
}

function addressOf(message: OutboundMessage) {
  return {
    chat_id: message.conversationExternalId,
    ...(message.replyToExternalId && {
      reply_parameters: { message_id: Number(message.replyToExternalId), allow_sending_without_reply: true },
    }),
  }
}

/** The member's name on a line of its own; left out where the channel's limit leaves no room for it. */
function signed({ authorName, text }: OutboundMessage, maxLength: number): string {
  const withName = `${authorName}\n${text}`
  return authorName && withName.length <= maxLength ? withName : text
}

/** sendPhoto takes jpeg and png up to 10 MB; all else leaves as a document, unchanged. */
const PHOTO_MAX_SIZE = 10 * 1024 * 1024

function isPhoto(contentType: string, bytes: Uint8Array): boolean {
  return /^image\/(jpeg|png)$/.test(contentType) && bytes.length <= PHOTO_MAX_SIZE
}

/**
 * What sendPhoto says of a picture it will not have: width and height above 10 000 together, a side more
 * than 20 times the other (https://core.telegram.org/bots/api#sendphoto), or nothing it can make a JPEG of.
 */
const NO_PHOTO = /PHOTO_INVALID_DIMENSIONS|PHOTO_SAVE_FILE_INVALID|IMAGE_PROCESS_FAILED|too big for a photo/

function isNoPhoto(error: unknown): boolean {
  return error instanceof ProviderError && error.code === 'rejected' && NO_PHOTO.test(error.detail)
}

async function sendFile(
  message: OutboundMessage,
  attachment: OutboundAttachment,
  token: string,
  context: ChannelContext,
): Promise<unknown> {
  const { contentType, name: fileName } = attachment
  const value = { fileName, contentType, bytes: await attachment.read() }
  const sendAs = (kind: 'photo' | 'document') =>
    callBotApi(context, token, kind === 'photo' ? 'sendPhoto' : 'sendDocument', {
      multipart: [...fieldsOf(message), { name: kind, value }],
      timeoutMs: MINUTE_MS,
    })
  if (!isPhoto(contentType, value.bytes)) return sendAs('document')
  try {
    return await sendAs('photo')
  } catch (error) {
    if (!isNoPhoto(error)) throw error
    return sendAs('document')
  }
}

function fieldsOf(message: OutboundMessage): { name: string; value: string }[] {
  const { chat_id, reply_parameters } = addressOf(message)
  return [
    { name: 'chat_id', value: chat_id },
    ...(message.text ? [{ name: 'caption', value: signed(message, captionLength) }] : []),
    ...(reply_parameters ? [{ name: 'reply_parameters', value: JSON.stringify(reply_parameters) }] : []),
  ]
}
