import type { Conversation } from '#shared/domain/conversation.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import { isWithinHours } from '#shared/domain/isWithinHours.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import type { Arrival } from './toMessage.ts'

/** Whoever is told that nobody is here knows it for a night. */
const AWAY_AGAIN_AFTER_MS = 12 * HOUR_MS
/** A message that comes later than this was held up on its way: nobody waits for a greeting any more. */
const LATE_AFTER_MS = HOUR_MS

export interface AutoReply {
  readonly kind: 'greeting' | 'awayMessage'
  readonly text: string
  /** The message it answers. */
  readonly toId: MessageId
  readonly at: number
}

type Answered = Pick<Conversation, 'blocked' | 'awayAt'>

/** What the channel itself answers to messages that have just come in: its greeting, its away message, or nothing. */
export function autoReplyTo(
  { channel, clock }: Pick<ChannelRoute, 'channel' | 'clock'>,
  { blocked, awayAt }: Answered,
  fresh: readonly Arrival[],
  isFirst: boolean,
): AutoReply | undefined {
  const timely = fresh.find(({ message }) => message.createdAt - message.sentAt <= LATE_AFTER_MS)
  if (!timely || blocked) return undefined
  const now = timely.message.createdAt
  const isOpen = isWithinHours(channel.hours ?? clock.hours, clock.timeZone, now)
  const wasTold = awayAt !== undefined && now - awayAt < AWAY_AGAIN_AFTER_MS
  const isDue = isOpen ? isFirst : !wasTold
  const kind = isOpen ? 'greeting' : 'awayMessage'
  const text = channel[kind]
  if (!isDue || text === '') return undefined
  // After whatever it answers, in the order of the thread too.
  const at = Math.max(now, ...fresh.map(({ message }) => message.sentAt + 1))
  return { kind, text, toId: timely.message.id, at }
}
