import * as z from 'zod/mini'

/** A document id: what Firestore paths, Storage paths and addresses may carry without escaping. */
const idSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

export const companyIdSchema = idSchema.brand<'CompanyId'>()
export const userIdSchema = idSchema.brand<'UserId'>()
export const channelIdSchema = idSchema.brand<'ChannelId'>()
export const contactIdSchema = idSchema.brand<'ContactId'>()
export const conversationIdSchema = idSchema.brand<'ConversationId'>()
export const messageIdSchema = idSchema.brand<'MessageId'>()
export const outboxEntryIdSchema = idSchema.brand<'OutboxEntryId'>()
export const attachmentIdSchema = idSchema.brand<'AttachmentId'>()
export const noteIdSchema = idSchema.brand<'NoteId'>()
export const teamIdSchema = idSchema.brand<'TeamId'>()
export const templateIdSchema = idSchema.brand<'TemplateId'>()
export const approvedTemplateIdSchema = idSchema.brand<'ApprovedTemplateId'>()
export const invitationIdSchema = idSchema.brand<'InvitationId'>()
export const viewIdSchema = idSchema.brand<'ViewId'>()
export const widgetSessionIdSchema = idSchema.brand<'WidgetSessionId'>()

export type CompanyId = z.infer<typeof companyIdSchema>
export type UserId = z.infer<typeof userIdSchema>
export type ChannelId = z.infer<typeof channelIdSchema>
export type ContactId = z.infer<typeof contactIdSchema>
export type ConversationId = z.infer<typeof conversationIdSchema>
export type MessageId = z.infer<typeof messageIdSchema>
export type OutboxEntryId = z.infer<typeof outboxEntryIdSchema>
export type AttachmentId = z.infer<typeof attachmentIdSchema>
export type NoteId = z.infer<typeof noteIdSchema>
export type TeamId = z.infer<typeof teamIdSchema>
export type TemplateId = z.infer<typeof templateIdSchema>
export type ApprovedTemplateId = z.infer<typeof approvedTemplateIdSchema>
export type InvitationId = z.infer<typeof invitationIdSchema>
export type ViewId = z.infer<typeof viewIdSchema>
export type WidgetSessionId = z.infer<typeof widgetSessionIdSchema>
