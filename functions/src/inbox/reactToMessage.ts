import { DomainError } from '#shared/domain/DomainError.ts'
import { CONTACT_REACTS } from '#shared/domain/message.ts'
import type { Reaction } from '#shared/domain/message.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { contextOf } from '#functions/channels/route.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { meetMessage } from './meetMessage.ts'
import type { MessagePlace } from './meetMessage.ts'

/** Puts the company's one emoji under a message, in place of a colleague's even; '' takes it away. */
export async function reactToMessage(
  { emoji, ...place }: MessagePlace & { readonly emoji: string },
  caller: CallingMember,
): Promise<null> {
  const { route, standing } = await meetMessage(place, caller)
  const { reactions, manifest } = route.adapter
  if (!reactions) throw new DomainError('channelCannot')
  if (!isOffered(emoji, manifest.limits.reactionEmoji)) throw new DomainError('reactionRefused')
  await reactions.react(standing, emoji, route.settings, contextOf(route.kind))
  const own = { emoji, by: caller.uid, name: caller.member?.name ?? '' }
  await storeReaction(place, emoji === '' ? [] : [own])
  return null
}

/** Keyboards put a mark after a heart that providers' lists do without. */
const bare = (emoji: string) => emoji.replaceAll('\uFE0F', '')

function isOffered(emoji: string, offered: readonly string[] | null): boolean {
  return emoji === '' || offered === null || offered.some((each) => bare(each) === bare(emoji))
}

function storeReaction(
  { companyId, conversationId, messageId }: MessagePlace,
  own: readonly Reaction[],
): Promise<void> {
  const place = ['messages', { companyId, conversationId, messageId }] as const
  return contendedTransaction(async (unit) => {
    const message = await unit.get(...place)
    if (!message || isSo(message.reactions, own)) return
    const theirs = message.reactions.filter(({ by }) => by === CONTACT_REACTS)
    unit.update(place, { reactions: [...theirs, ...own], updatedAt: commitTime() })
  })
}

function isSo(reactions: readonly Reaction[], wanted: readonly Reaction[]): boolean {
  const ours = reactions.filter(({ by }) => by !== CONTACT_REACTS)
  return (
    ours.length === wanted.length &&
    ours.every(({ emoji, by }, at) => emoji === wanted[at]?.emoji && by === wanted[at].by)
  )
}
