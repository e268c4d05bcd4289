import type { CompanyId, ConversationId, MessageId } from '#shared/domain/ids.ts'

/** Where a reply waits for its time. */
export interface ScheduledPlace {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly messageId: MessageId
}
