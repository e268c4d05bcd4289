import { HOUR_MS } from '#shared/domain/time.ts'
import type { ChannelManifest } from '../manifest.ts'

const MEGABYTE = 1024 * 1024

/** Has every ability there is. For the local stack and tests. */
export const sandboxManifest: ChannelManifest = {
  kind: 'sandbox',
  label: { ru: 'Песочница', en: 'Sandbox' },
  description: { ru: 'Мессенджер для проверки', en: 'A messenger for trying things out' },
  glyph:
    'M5,21V19H6V5H5V3H19V5H18V19H19V21H5M8,5V7.5C8,9.5 10,10.5 10,12C10,13.5 8,14.5 8,16.5V19H16V16.5C16,14.5 14,13.5 14,12C14,10.5 16,9.5 16,7.5V5H8Z',
  facts: [
    { is: 'ability', text: { ru: 'Можно написать первым', en: 'You can write first' } },
    { is: 'limit', text: { ru: 'Только на этой машине', en: 'On this machine only' } },
  ],
  fields: [
    {
      name: 'key',
      label: { ru: 'Ключ', en: 'Key' },
      hint: { ru: 'Стоит на странице симуляторов', en: 'Stands on the page of the simulators' },
      secret: true,
      pattern: '^[A-Za-z0-9-]{8,64}$',
    },
  ],
  defaultBaseUrl: 'http://127.0.0.1:5109/sandbox',
  supports: {
    writeFirst: true,
    approvedTemplates: true,
    edit: true,
    delete: true,
    quote: true,
    reactions: true,
    typing: true,
    readMarks: true,
    receipts: 'read',
    idempotentSend: true,
  },
  limits: {
    textLength: 4000,
    captionLength: 1000,
    attachmentSize: 5 * MEGABYTE,
    attachmentsPerMessage: 1,
    replyWindowMs: 24 * HOUR_MS,
    editWindowMs: null,
    deleteWindowMs: null,
    reactionEmoji: null,
  },
}
