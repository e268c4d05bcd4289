import * as z from 'zod/mini'
import { attachmentSchema } from '#shared/domain/message.ts'
import type { IncomingAttachment } from '#shared/domain/channelEvent.ts'
import { isSignature, sign } from './sign.ts'

const handedInFileSchema = z.extend(
  z.pick(attachmentSchema, {
    kind: true,
    name: true,
    contentType: true,
    size: true,
    width: true,
    height: true,
  }),
  { path: z.string() },
)

/**
 * What a visitor is given for his file and names in his message. Signed together with his session,
 * so that he can name nobody else's file and cannot change what is known of his own.
 */
export function fileReceiptOf(file: IncomingAttachment, sessionId: string, secret: string): string {
  const facts = Buffer.from(JSON.stringify(file)).toString('base64url')
  return `${facts}.${sign(secret, 'file', `${sessionId}.${facts}`)}`
}

export function isFileReceipt(receipt: string, sessionId: string, secret: string): boolean {
  const [facts = '', signature = ''] = receipt.split('.')
  return isSignature(signature, sign(secret, 'file', `${sessionId}.${facts}`))
}

/** Of a receipt whose signature was found good. */
export function readFileReceipt(receipt: string): IncomingAttachment {
  const [facts = ''] = receipt.split('.')
  return handedInFileSchema.parse(JSON.parse(Buffer.from(facts, 'base64url').toString()))
}
