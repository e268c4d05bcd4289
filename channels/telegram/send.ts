import * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ChannelContext, OutboundAttachment, OutboundMessage, SendReceipt } from '../adapter.ts'
import { callBotApi } from './callBotApi.ts'
import { fileMethodFor } from './fileMethod.ts'
import type { FileMethod } from './fileMethod.ts'
import { telegramManifest } from './manifest.ts'
import type { TelegramSettings } from './settings.ts'
import { signed } from './signed.ts'

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
  const sendBy = (method: FileMethod) =>
    callBotApi(context, token, method, {
      multipart: [...fieldsOf(message), ...measuresOf(method, attachment), { name: fieldOf(method), value }],
      timeoutMs: MINUTE_MS,
    })
  const method = fileMethodFor(attachment, value.bytes)
  try {
    return await sendBy(method)
  } catch (error) {
    if (method !== 'sendPhoto' || !isNoPhoto(error)) throw error
    return sendBy('sendDocument')
  }
}

/** sendVoice takes its file as `voice`. */
function fieldOf(method: FileMethod): string {
  return method.slice('send'.length).toLowerCase()
}

/** Without its measures a video stands in a square until it plays. */
function measuresOf(
  method: FileMethod,
  { width, height }: OutboundAttachment,
): { name: string; value: string }[] {
  if (method !== 'sendVideo' || !width || !height) return []
  return [
    { name: 'width', value: String(width) },
    { name: 'height', value: String(height) },
    { name: 'supports_streaming', value: 'true' },
  ]
}

function fieldsOf(message: OutboundMessage): { name: string; value: string }[] {
  const { chat_id, reply_parameters } = addressOf(message)
  return [
    { name: 'chat_id', value: chat_id },
    ...(message.text ? [{ name: 'caption', value: signed(message, captionLength) }] : []),
    ...(reply_parameters ? [{ name: 'reply_parameters', value: JSON.stringify(reply_parameters) }] : []),
  ]
}
