import type * as z from 'zod/mini'
import { attachmentSchema } from '#shared/domain/message.ts'
import type { Attachment } from '#shared/domain/message.ts'

/** A picture that lies in Storage, ready to be sent. */
export function anAttachment(change: Partial<z.input<typeof attachmentSchema>> = {}): Attachment {
  return attachmentSchema.parse({
    id: 'attachment-1',
    kind: 'image',
    name: 'велосипед.jpg',
    contentType: 'image/jpeg',
    size: 52_000,
    width: 800,
    height: 600,
    state: 'ready',
    path: 'companies/company-1/conversations/conversation-1/outgoing/attachment-1/photo.jpg',
    ...change,
  })
}
