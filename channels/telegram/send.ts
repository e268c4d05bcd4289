import * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ChannelContext, OutboundAttachment, OutboundMessage, SendReceipt } from '../adapter.ts'
import { callBotApi } from './callBotApi.ts'
import type { TelegramSettings } from './settings.ts'

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
        json: { ...addressOf(message), text: signed(message) },
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

function signed({ authorName, text }: OutboundMessage): string {
  return authorName ? `${authorName}\n${text}` : text
}

/** sendPhoto takes jpeg and png up to 10 MB; all else leaves as a document, unchanged. */
const PHOTO_MAX_SIZE = 10 * 1024 * 1024

function isPhoto({ contentType, size }: OutboundAttachment): boolean {
  return /^image\/(jpeg|png)$/.test(contentType) && size <= PHOTO_MAX_SIZE
}

async function sendFile(
  message: OutboundMessage,
  attachment: OutboundAttachment,
  token: string,
  context: ChannelContext,
): Promise<unknown> {
  const asPhoto = isPhoto(attachment)
  const { chat_id, reply_parameters } = addressOf(message)
  const fields = [
    { name: 'chat_id', value: chat_id },
    ...(message.text ? [{ name: 'caption', value: signed(message) }] : []),
    ...(reply_parameters ? [{ name: 'reply_parameters', value: JSON.stringify(reply_parameters) }] : []),
  ]
  const { contentType, name: fileName } = attachment
  const file = {
    name: asPhoto ? 'photo' : 'document',
    value: { fileName, contentType, bytes: await attachment.read() },
  }
  return callBotApi(context, token, asPhoto ? 'sendPhoto' : 'sendDocument', {
    multipart: [...fields, file],
    timeoutMs: MINUTE_MS,
  })
}
