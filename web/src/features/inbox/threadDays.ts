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

interface Thread {
  /** In order. */
  readonly messages: readonly ThreadMessage[]
  readonly events: readonly ThreadEvent[]
  readonly notes: readonly ThreadNote[]
  /** The first message nobody had seen when the thread was opened, '' if none. */
  readonly firstNewId: string
  /** Where its days begin. */
  readonly timeZone: string
}

type Entry = { readonly at: number; readonly message: ThreadMessage } | Aside

/** What stands between the messages. */
type Aside =
  { readonly at: number; readonly event: ThreadEvent } | { readonly at: number; readonly note: ThreadNote }

export interface ThreadDay {
  readonly key: string
  readonly at: number
  readonly items: readonly ThreadItem[]
}

/** The thread as it is shown, day by day: messages in runs, what members did and noted, the line of new messages. */
export function threadDays({ messages, events, notes, ...where }: Thread): ThreadDay[] {
  const entries = merge(messages, asidesOf(events, notes))
  const days: { key: string; at: number; items: ThreadItem[] }[] = []
  entries.forEach((entry, at) => {
    const key = `day ${dayOf(entry.at, where.timeZone)}`
    if (days[days.length - 1]?.key !== key) days.push({ key, at: entry.at, items: [] })
    const neighbours = { before: entries[at - 1], after: entries[at + 1], ...where }
    days[days.length - 1]?.items.push(...itemsOf(entry, neighbours))
  })
  return days
}

function itemsOf(entry: Entry, neighbours: Neighbours): ThreadItem[] {
  if ('event' in entry) return [{ type: 'event', key: `event ${entry.event.id}`, event: entry.event }]
  if ('note' in entry) return [{ type: 'note', key: `note ${entry.note.id}`, note: entry.note }]
  const item = messageItem(entry.message, neighbours)
  return entry.message.id === neighbours.firstNewId ? [{ type: 'new', key: 'new' }, item] : [item]
}

/** In order; a note of the same moment stands after what was done. */
function asidesOf(events: readonly ThreadEvent[], notes: readonly ThreadNote[]): Aside[] {
  const done = events.map((event) => ({ at: event.at, event }))
  if (notes.length === 0) return done
  return [...done, ...notes.map((note) => ({ at: note.createdAt, note }))].sort((a, b) => a.at - b.at)
}

function merge(messages: readonly ThreadMessage[], asides: readonly Aside[]): Entry[] {
  const merged: Entry[] = []
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
    merged.push({ at: Math.max(message.sentAt, merged[merged.length - 1]?.at ?? 0), message })
  }
  return [...merged, ...asides.slice(next)]
}

interface Neighbours {
  readonly before: Entry | undefined
  readonly after: Entry | undefined
  readonly firstNewId: string
  readonly timeZone: string
}

function messageItem(message: ThreadMessage, { before, after, ...where }: Neighbours): ThreadItem {
  return {
    type: 'message',
    key: message.id,
    message,
    isFirstOfRun: !isOneRun(before, { at: message.sentAt, message }, where),
    isLastOfRun: !isOneRun({ at: message.sentAt, message }, after, where),
  }
}

function isOneRun(
  first: Entry | undefined,
  second: Entry | undefined,
  { firstNewId, timeZone }: Pick<Thread, 'firstNewId' | 'timeZone'>,
): boolean {
  if (!first || !second || !('message' in first) || !('message' in second)) return false
  const isOneAuthor =
    first.message.direction === second.message.direction &&
    first.message.author.id === second.message.author.id
  const isOneDay = dayOf(first.at, timeZone) === dayOf(second.at, timeZone)
  const isClose = second.at - first.at < RUN_MS && isOneDay
  return isOneAuthor && isClose && second.message.id !== firstNewId
}
