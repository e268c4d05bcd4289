import type { FoundContact } from '#channels/adapter.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { Contact } from '#shared/domain/contact.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { afterOutbound } from '#shared/domain/conversationChanges.ts'
import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import type { ConversationId, MessageId } from '#shared/domain/ids.ts'
import { contactTokens } from '#shared/domain/searchTokens.ts'
import { isInSight, sightsOf } from '#shared/domain/sight.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { freePublicId, publicIdKeyOf } from '#functions/signIn/freePublicId.ts'
import { commitTime } from '#functions/store/firestore.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { copiesOf } from './copiesOf.ts'
import { contactIdOf } from './ids.ts'
import type { Started } from './startConversation.ts'
import { displayName, newConversation } from './toMessage.ts'
import { newReply, writeReply } from './writeReply.ts'

interface Opening {
  readonly route: ChannelRoute
  readonly found: FoundContact
  readonly phone: string
  readonly conversationId: ConversationId
  readonly messageId: MessageId
  readonly words: Parameters<typeof newReply>[1]
}

/**
 * Contact, conversation, message and the order to deliver it, in one transaction. Their ids are those the
 * contact's own first message would make: whichever of the two is first, there is one conversation.
 */
export function openConversation(opening: Opening, caller: CallingMember, now: number): Promise<Started> {
  const { route, found, conversationId, messageId, words } = opening
  const { companyId, channelId } = route
  const contactId = contactIdOf(channelId, found.externalId)
  const place = ['conversations', { companyId, conversationId }] as const
  const path = documentPath(...place)
  return contendedTransaction(async (unit) => {
    const [known, contact, sent] = await unit.getAll<['conversations', 'contacts', 'messages']>(
      place,
      ['contacts', { companyId, contactId }],
      ['messages', { companyId, conversationId, messageId }],
    )
    if (known) {
      if (!isSeen(known, caller)) throw new DomainError('conversationOfColleague')
      return { conversationId, existing: sent === undefined }
    }
    const publicId = await freePublicId(unit, 'conversation', path)
    const message = newReply(messageId, words, caller, now)
    const made = conversationOf(opening, { contactId, message, publicId, assigneeId: caller.uid })
    const begun = { ...made, ...copiesOf(contact) }
    unit.create(place, { ...begun, ...afterOutbound(begun, message), updatedAt: commitTime() })
    unit.create(['publicIds', { publicIdKey: publicIdKeyOf('conversation', publicId) }], { path })
    writeContact(unit, opening, begun, contact)
    writeReply(unit, { companyId, channelId, conversationId }, message)
    return { conversationId, existing: false }
  })
}

function isSeen({ assigneeId, teamId }: Conversation, { uid, member }: CallingMember): boolean {
  return isInSight(member ? sightsOf(member, uid) : [], { assigneeId, teamId })
}

const senderOf = ({ found: { externalId, name }, phone }: Opening) => ({
  externalId,
  name,
  phone,
  handle: '',
})

function conversationOf(
  opening: Opening,
  begun: Pick<Conversation, 'contactId' | 'publicId' | 'assigneeId'> & {
    readonly message: IdentifiedMessage
  },
): Conversation {
  const { contactId, publicId, assigneeId, message } = begun
  const { conversationExternalId } = opening.found
  const event = { sender: senderOf(opening), conversationExternalId }
  return { ...newConversation(opening.route, { event, contactId, message }, publicId), assigneeId }
}

function writeContact(
  unit: StoreTransaction,
  opening: Opening,
  { contactId, assigneeId, teamId, createdAt }: Conversation,
  known: Contact | undefined,
): void {
  const { conversationId, route, phone } = opening
  const { companyId, channelId, kind } = route
  const place = ['contacts', { companyId, contactId }] as const
  const answered = { conversationId, assigneeId, teamId, lastContactAt: createdAt }
  if (known) {
    unit.update(place, { ...answered, [`reachable.${kind}`]: true })
    return
  }
  const sender = senderOf(opening)
  const identities = [{ channelId, externalId: sender.externalId, handle: '' }]
  const who = { name: displayName(sender), phone, identities }
  unit.create(place, {
    ...who,
    ...answered,
    searchTokens: contactTokens(who),
    note: '',
    tags: [],
    reachable: { [kind]: true },
    messageCount: 0,
    createdAt,
  })
}
