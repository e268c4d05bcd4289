import { CONTACT_REACTS } from '#shared/domain/message.ts'
import type { Reaction } from '#shared/domain/message.ts'
import { manifestOf } from '../channelLook.ts'

const QUICK = ['👍', '❤', '😁', '🙏', '🔥', '🎉']

const bare = (emoji: string) => emoji.replaceAll('\uFE0F', '')

/** Whether two are the same but for the mark that keyboards put after some. */
export function isSameEmoji(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

/** Null: any will do. */
export function reactionList(channelKind: string): readonly string[] | null {
  return manifestOf(channelKind)?.limits.reactionEmoji ?? null
}

/** The few that stand ready. */
export function quickReactions(channelKind: string): readonly string[] {
  const list = reactionList(channelKind)
  return list ? QUICK.filter((emoji) => list.some((each) => isSameEmoji(each, emoji))) : QUICK
}

/** The company's own, '' where it has none. */
export function ownReaction(reactions: readonly Reaction[]): string {
  return reactions.find(({ by }) => by !== CONTACT_REACTS)?.emoji ?? ''
}
