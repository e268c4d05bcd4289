import * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ChannelContext, OutboundAttachment, OutboundMessage, SendReceipt } from '../adapter.ts'
import { callSandbox } from './callSandbox.ts'
import type { SandboxSettings } from './settings.ts'
import { signed } from './signed.ts'

const receiptSchema = z.object({ id: z.string() })

export async function sendMessage(
  message: OutboundMessage,
  { key }: SandboxSettings,
  context: ChannelContext,
): Promise<SendReceipt> {
  const [attachment, another] = message.attachments
  if (another) throw new ProviderError('rejected', { reason: 'tooManyAttachments' })
  const json = {
    key: message.id,
    to: message.conversationExternalId,
    ...(message.template ? { template: templateOf(message.template) } : { text: signed(message) }),
    ...(attachment && { file: await fileOf(attachment) }),
    ...(message.replyToExternalId && { replyTo: message.replyToExternalId }),
  }
  const receipt = receiptSchema.safeParse(
    await callSandbox(context, key, { method: 'POST', path: 'messages', json }),
  )
  if (!receipt.success) throw new ProviderError('uncertain', { detail: 'no id in the answer' })
  return { externalId: receipt.data.id }
}

function templateOf({ externalId, values }: NonNullable<OutboundMessage['template']>) {
  return { id: externalId, values }
}

async function fileOf(attachment: OutboundAttachment) {
  const bytes = await attachment.read()
  return {
    name: attachment.name,
    type: attachment.contentType,
    base64: Buffer.from(bytes).toString('base64'),
  }
}
