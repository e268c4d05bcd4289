import { compareMessages } from '#shared/domain/message.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ThreadEvent } from '#web/firebase/conversationEvents.ts'
import type { ThreadMessage } from '#web/firebase/messages.ts'
import { dayOf } from './moments.ts'

/** A run is one author within this time. */
const RUN_MS = 5 * MINUTE_MS

export type ThreadItem =
  | { readonly type: 'new'; readonly key: string }
  | { readonly type: 'event'; readonly key: string; readonly event: ThreadEvent }
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

interface Thread {
  /** In order. */
  readonly messages: readonly ThreadMessage[]
  readonly events: readonly ThreadEvent[]
  /** The first message nobody had seen when the thread was opened, '' if none. */
  readonly firstNewId: string
}

type Entry =
  | { readonly at: number; readonly message: ThreadMessage }
  | { readonly at: number; readonly event: ThreadEvent }

export interface ThreadDay {
  readonly key: string
  readonly at: number
  readonly items: readonly ThreadItem[]
}

/** The thread as it is shown, day by day: messages in runs, what members did, the line of new messages. */
export function threadDays({ messages, events, firstNewId }: Thread): ThreadDay[] {
  const entries = merge(messages, events)
  const days: { key: string; at: number; items: ThreadItem[] }[] = []
  entries.forEach((entry, at) => {
    const key = `day ${dayOf(entry.at)}`
    if (days[days.length - 1]?.key !== key) days.push({ key, at: entry.at, items: [] })
    const neighbours = { before: entries[at - 1], after: entries[at + 1], firstNewId }
    days[days.length - 1]?.items.push(...itemsOf(entry, neighbours))
  })
  return days
}

function itemsOf(entry: Entry, neighbours: Neighbours): ThreadItem[] {
  if ('event' in entry) return [{ type: 'event', key: `event ${entry.event.id}`, event: entry.event }]
  const item = messageItem(entry.message, neighbours)
  return entry.message.id === neighbours.firstNewId ? [{ type: 'new', key: 'new' }, item] : [item]
}

function merge(messages: readonly ThreadMessage[], events: readonly ThreadEvent[]): Entry[] {
  const merged: Entry[] = []
  let next = 0
  for (const message of messages) {
    for (
      let event = events[next];
      event && event.at < message.sentAt && !message.isPending;
      event = events[++next]
    ) {
      merged.push({ at: event.at, event })
    }
    // A clock that runs behind must not put an unsent message under yesterday.
    merged.push({ at: Math.max(message.sentAt, merged[merged.length - 1]?.at ?? 0), message })
  }
  return [...merged, ...events.slice(next).map((event) => ({ at: event.at, event }))]
}

interface Neighbours {
  readonly before: Entry | undefined
  readonly after: Entry | undefined
  readonly firstNewId: string
}

function messageItem(message: ThreadMessage, { before, after, firstNewId }: Neighbours): ThreadItem {
  return {
    type: 'message',
    key: message.id,
    message,
    isFirstOfRun: !isOneRun(before, { at: message.sentAt, message }, firstNewId),
    isLastOfRun: !isOneRun({ at: message.sentAt, message }, after, firstNewId),
  }
}

function isOneRun(first: Entry | undefined, second: Entry | undefined, firstNewId: string): boolean {
  if (!first || !second || 'event' in first || 'event' in second) return false
  const isOneAuthor =
    first.message.direction === second.message.direction &&
    first.message.author.id === second.message.author.id
  const isClose = second.at - first.at < RUN_MS && dayOf(first.at) === dayOf(second.at)
  return isOneAuthor && isClose && second.message.id !== firstNewId
}
