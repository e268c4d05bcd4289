import { compareMessages } from '#shared/domain/message.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ThreadEvent } from '#web/firebase/conversationEvents.ts'
import type { ThreadMessage } from '#web/firebase/messages.ts'
import type { ThreadNote } from '#web/firebase/notes.ts'
import { dayOf } from './moments.ts'

/** A run is one author within this time. */
const RUN_MS = 5 * MINUTE_MS

export type ThreadItem =
  | { readonly type: 'new'; readonly key: string }
  | { readonly type: 'event'; readonly key: string; readonly event: ThreadEvent }
  | { readonly type: 'note'; readonly key: string; readonly note: ThreadNote }
  | {
      readonly type: 'message'
      readonly key: string
      readonly message: ThreadMessage
      readonly isFirstOfRun: boolean
      readonly isLastOfRun: boolean
    }

/** What is still on its way stands at the end, in the order of writing: its time is only this machine's guess. */
export function compareThreadMessages(a: ThreadMessage, b: ThreadMessage): number {
  return Number(a.isPending) - Number(b.isPending) || compareMessages(a, b)
}

/** All that stands in a thread, in order: what is drawn of it is a range of these. */
export type ThreadEntry =
  { readonly key: string; readonly at: number; readonly message: ThreadMessage } | Aside

/** What stands between the messages. */
type Aside =
  | { readonly key: string; readonly at: number; readonly event: ThreadEvent }
  | { readonly key: string; readonly at: number; readonly note: ThreadNote }

interface Thread {
  /** In order. */
  readonly messages: readonly ThreadMessage[]
  readonly events: readonly ThreadEvent[]
  readonly notes: readonly ThreadNote[]
}

export interface ThreadRange {
  readonly from: number
  /** The first that is not in it. */
  readonly to: number
}

interface Look {
  /** The first message nobody had seen when the thread was opened, '' if none. */
  readonly firstNewId: string
  /** Where its days begin. */
  readonly timeZone: string
}

export interface ThreadDay {
  readonly key: string
  readonly at: number
  readonly items: readonly ThreadItem[]
}

/** Messages, and between them what members did and noted. */
export function threadEntries({ messages, events, notes }: Thread): ThreadEntry[] {
  return merge(messages, asidesOf(events, notes))
}

/** A range of a thread as it is shown, day by day, in runs; what stands beside the range counts as well. */
export function threadDays(
  entries: readonly ThreadEntry[],
  { from, to }: ThreadRange,
  look: Look,
): ThreadDay[] {
  const days: { key: string; at: number; items: ThreadItem[] }[] = []
  entries.slice(from, to).forEach((entry, place) => {
    const key = `day ${dayOf(entry.at, look.timeZone)}`
    if (days[days.length - 1]?.key !== key) days.push({ key, at: entry.at, items: [] })
    const neighbours = { before: entries[from + place - 1], after: entries[from + place + 1], ...look }
    days[days.length - 1]?.items.push(...itemsOf(entry, neighbours))
  })
  return days
}

function itemsOf(entry: ThreadEntry, neighbours: Neighbours): ThreadItem[] {
  if ('event' in entry) return [{ type: 'event', key: entry.key, event: entry.event }]
  if ('note' in entry) return [{ type: 'note', key: entry.key, note: entry.note }]
  const item = messageItem(entry.message, neighbours)
  return entry.message.id === neighbours.firstNewId ? [{ type: 'new', key: 'new' }, item] : [item]
}

/** In order; a note of the same moment stands after what was done. */
function asidesOf(events: readonly ThreadEvent[], notes: readonly ThreadNote[]): Aside[] {
  const done = events.map((event) => ({ key: `event ${event.id}`, at: event.at, event }))
  if (notes.length === 0) return done
  const noted = notes.map((note) => ({ key: `note ${note.id}`, at: note.createdAt, note }))
  return [...done, ...noted].sort((a, b) => a.at - b.at)
}

function merge(messages: readonly ThreadMessage[], asides: readonly Aside[]): ThreadEntry[] {
  const merged: ThreadEntry[] = []
  let next = 0
  for (const message of messages) {
    for (
      let aside = asides[next];
      aside && aside.at < message.sentAt && !message.isPending;
      aside = asides[++next]
    ) {
      merged.push(aside)
    }
    // A clock that runs behind must not put an unsent message under yesterday.
    const at = Math.max(message.sentAt, merged[merged.length - 1]?.at ?? 0)
    merged.push({ key: message.id, at, message })
  }
  return [...merged, ...asides.slice(next)]
}

interface Neighbours extends Look {
  readonly before: ThreadEntry | undefined
  readonly after: ThreadEntry | undefined
}

function messageItem(message: ThreadMessage, { before, after, ...look }: Neighbours): ThreadItem {
  const own = { key: message.id, at: message.sentAt, message }
  return {
    type: 'message',
    key: message.id,
    message,
    isFirstOfRun: !isOneRun(before, own, look),
    isLastOfRun: !isOneRun(own, after, look),
  }
}

function isOneRun(
  first: ThreadEntry | undefined,
  second: ThreadEntry | undefined,
  { firstNewId, timeZone }: Look,
): boolean {
  if (!first || !second || !('message' in first) || !('message' in second)) return false
  const isOneAuthor =
    first.message.direction === second.message.direction &&
    first.message.author.id === second.message.author.id
  const isClose = second.at - first.at < RUN_MS
  if (!isOneAuthor || !isClose || second.message.id === firstNewId) return false
  return dayOf(first.at, timeZone) === dayOf(second.at, timeZone)
}
