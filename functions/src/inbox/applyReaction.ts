import type { ReactionChanged } from '#shared/domain/channelEvent.ts'
import type { Message, Reaction } from '#shared/domain/message.ts'
import { CONTACT_REACTS } from '#shared/domain/message.ts'
import { truncate } from '#shared/domain/truncate.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { conversationIdOf, inboundMessageIdOf, messageRefIdOf } from './ids.ts'

/** No provider allows more; whoever sends them shall not grow the document. */
const MOST_OF_CONTACT = 5
const EMOJI_MAX_LENGTH = 32

/** The contact reacted to a message of his or ours; an older change told late changes nothing. */
export function applyReaction(route: ChannelRoute, event: ReactionChanged): Promise<void> {
  const conversationId = conversationIdOf(route.channelId, event.conversationExternalId)
  return transaction(async (unit) => {
    const { companyId } = route
    const known = await messageNamed(unit, { companyId, conversationId }, event.externalId)
    if (!known || (known.message.contactReactedAt ?? 0) > event.changedAt) return
    const { id: messageId, message } = known
    const row = await unit.get('conversations', { companyId, conversationId })
    unit.update(['messages', { companyId, conversationId, messageId }], {
      reactions: [...contactReactions(event, row?.contactName ?? ''), ...oursAmong(message)],
      contactReactedAt: event.changedAt,
      updatedAt: commitTime(),
    })
  })
}

interface Place {
  readonly companyId: string
  readonly conversationId: ReturnType<typeof conversationIdOf>
}

/** The contact's own by its derived id, one of ours by its reference. */
async function messageNamed(unit: StoreTransaction, place: Place, externalId: string) {
  const inboundId = inboundMessageIdOf(place.conversationId, externalId)
  const refId = messageRefIdOf(place.conversationId, externalId)
  const [theirs, ref] = await unit.getAll<['messages', 'messageRefs']>(
    ['messages', { ...place, messageId: inboundId }],
    ['messageRefs', { companyId: place.companyId, refId }],
  )
  if (theirs) return { id: inboundId, message: theirs }
  if (!ref?.messageId) return undefined
  const ours = await unit.get('messages', { ...place, messageId: ref.messageId })
  return ours && { id: ref.messageId, message: ours }
}

function contactReactions({ emojis }: ReactionChanged, name: string): Reaction[] {
  const own = [...new Set(emojis)].slice(0, MOST_OF_CONTACT)
  return own.map((emoji) => ({ emoji: truncate(emoji, EMOJI_MAX_LENGTH), by: CONTACT_REACTS, name }))
}

function oursAmong({ reactions }: Message): Reaction[] {
  return reactions.filter(({ by }) => by !== CONTACT_REACTS)
}
