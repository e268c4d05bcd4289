import { channelIdSchema, companyIdSchema, conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'

/** Who writes in which conversation, on a channel of narrow limits. */
export const aSender = {
  place: {
    companyId: companyIdSchema.parse('company-1'),
    conversationId: conversationIdSchema.parse('conversation-1'),
  },
  row: { channelId: channelIdSchema.parse('channel-1') },
  author: { id: userIdSchema.parse('member-1'), name: 'Ольга' },
  limits: {
    textLength: 4096,
    captionLength: 10,
    attachmentSize: 1000,
    attachmentsPerMessage: 1,
    replyWindowMs: null,
    editWindowMs: null,
    deleteWindowMs: null,
    reactionEmoji: null,
  },
  afterEntryId: '',
  now: 1000,
}

export const aPhoto = { blob: new Blob(['x'], { type: 'image/png' }), name: 'a.png', width: 2, height: 1 }
