import { randomBytes } from 'node:crypto'
import type { Conversation } from '#shared/domain/conversation.ts'
import { channelIdSchema, contactIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import type { ChannelId, CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { writeDocument } from '#tools/demo/documents.ts'

/** A bot that stands only in the company's documents: nobody writes through it. */
export async function storeChannel(companyId: CompanyId, name: string): Promise<ChannelId> {
  const channelId = channelIdSchema.parse(randomBytes(8).toString('hex'))
  await writeDocument('channels', { companyId, channelId }, aChannel({ name }))
  return channelId
}

export interface StoredConversation {
  readonly conversationId: ConversationId
  /** Something in it becomes different, as when its customer or a colleague does it. */
  change(change: Partial<Conversation>): Promise<void>
}

/** A conversation whose customer wrote last at `at`, read and answered unless the change says otherwise. */
export async function storeConversation(
  companyId: CompanyId,
  at: number,
  change: Partial<Conversation> & Pick<Conversation, 'contactName' | 'channelId'>,
): Promise<StoredConversation> {
  const conversationId = conversationIdSchema.parse(randomBytes(8).toString('hex'))
  const contactId = contactIdSchema.parse(`contact-${conversationId}`)
  const { contactName: name, channelId, assigneeId = '', teamId = '', tags = [] } = change
  const identities = [{ channelId, externalId: conversationId, handle: '' }]
  const contact = aContact({ name, identities, conversationId, assigneeId, teamId, tags })
  await writeDocument('contacts', { companyId, contactId }, contact)
  const usual = aConversation({ unanswered: false, unreadCount: 0, waitingSinceAt: null })
  let now: Conversation = {
    ...usual,
    contactId,
    externalId: conversationId,
    lastMessage: usual.lastMessage && { ...usual.lastMessage, text: `Пишет ${name}`, at },
    ...{ lastMessageAt: at, lastInboundAt: at, sortAt: at, createdAt: at, updatedAt: at },
    ...change,
  }
  const write = () => writeDocument('conversations', { companyId, conversationId }, now)
  await write()
  return {
    conversationId,
    async change(later) {
      now = { ...now, updatedAt: Date.now(), ...later }
      await write()
    },
  }
}
