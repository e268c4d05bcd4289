import { describe, expect, it } from 'vitest'
import { messageIdSchema, noteIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { aNote } from '#tests/builders/aNote.ts'
import type { ThreadEvent } from '#web/firebase/conversationEvents.ts'
import type { ThreadMessage } from '#web/firebase/messages.ts'
import type { ThreadNote } from '#web/firebase/notes.ts'
import type { ThreadItem } from '#web/features/inbox/threadDays.ts'
import { compareThreadMessages, threadDays, threadEntries } from '#web/features/inbox/threadDays.ts'

const ZONE = 'Europe/Moscow'
const NOON = Date.UTC(2026, 10, 20, 9)
const operator = { type: 'member', id: 'member-1', name: 'Ольга' } as const

function at(id: string, sentAt: number, change: Parameters<typeof aMessage>[0] = {}): ThreadMessage {
  return {
    ...aMessage({ sentAt, createdAt: sentAt, ...change }),
    id: messageIdSchema.parse(id),
    isPending: false,
  }
}

function answer(id: string, sentAt: number): ThreadMessage {
  return at(id, sentAt, { direction: 'outbound', author: operator })
}

function event(id: string, eventAt: number): ThreadEvent {
  const done = { kind: 'archived', from: 'open', to: 'archived', by: 'member-1', byName: 'Ольга' } as const
  return { ...done, id, at: eventAt, isPending: false }
}

function note(id: string, createdAt: number): ThreadNote {
  return { ...aNote({ createdAt }), id: noteIdSchema.parse(id), isPending: false }
}

function days(
  messages: readonly ThreadMessage[],
  events: readonly ThreadEvent[] = [],
  firstNewId = '',
  notes: readonly ThreadNote[] = [],
) {
  const entries = threadEntries({ messages, events, notes })
  return threadDays(entries, { from: 0, to: entries.length }, { firstNewId, timeZone: ZONE })
}

/** Items of each day, with ( at the first and ) at the last message of a run. */
function shape(...given: Parameters<typeof days>): string {
  return days(...given)
    .map(({ items }) => items.map(shapeOf).join(' '))
    .join(' | ')
}

function shapeOf(item: ThreadItem): string {
  if (item.type !== 'message') return item.type
  return `${item.isFirstOfRun ? '(' : ''}${item.key}${item.isLastOfRun ? ')' : ''}`
}

describe('threadDays', () => {
  it('opens every day once', () => {
    const messages = [
      at('a', NOON),
      at('b', NOON + MINUTE_MS),
      at('c', NOON + DAY_MS),
      at('d', NOON + 3 * DAY_MS),
    ]
    expect(shape(messages)).toBe('(a b) | (c) | (d)')
  })

  it('makes a run of one author within five minutes', () => {
    const messages = [
      at('a', NOON),
      at('b', NOON + 4 * MINUTE_MS),
      at('c', NOON + 10 * MINUTE_MS),
      answer('d', NOON + 10 * MINUTE_MS + SECOND_MS),
      answer('e', NOON + 11 * MINUTE_MS),
    ]
    expect(shape(messages)).toBe('(a b) (c) (d e)')
  })

  it('parts a run at midnight', () => {
    const midnight = Date.UTC(2026, 10, 20, 21)
    expect(shape([at('a', midnight - SECOND_MS), at('b', midnight + SECOND_MS)])).toBe('(a) | (b)')
  })

  it('begins a day where the company lives, whatever the clock here says', () => {
    const messages = [at('a', Date.UTC(2026, 10, 20, 13, 59)), at('b', Date.UTC(2026, 10, 20, 14, 1))]
    const entries = threadEntries({ messages, events: [], notes: [] })
    const keysIn = (timeZone: string) =>
      threadDays(entries, { from: 0, to: 2 }, { firstNewId: '', timeZone }).map(({ items }) =>
        items.map(({ key }) => key),
      )
    expect(keysIn('Asia/Vladivostok')).toEqual([['a'], ['b']])
    expect(keysIn('Europe/Moscow')).toEqual([['a', 'b']])
  })

  it('puts what members did where it happened', () => {
    const messages = [at('a', NOON), at('b', NOON + 2 * MINUTE_MS)]
    expect(shape(messages, [event('x', NOON + MINUTE_MS)])).toBe('(a) event (b)')
    expect(shape(messages, [event('x', NOON - MINUTE_MS)])).toBe('event (a b)')
    expect(shape(messages, [event('x', NOON + DAY_MS)])).toBe('(a b) | event')
  })

  it('draws the line of new messages before the first of them and parts the run there', () => {
    expect(shape([at('a', NOON), at('b', NOON + 1), at('c', NOON + 2)], [], 'b')).toBe('(a) new (b c)')
  })

  it('shows a part as it looks in the whole', () => {
    const entries = threadEntries({
      messages: [at('a', NOON), at('b', NOON + 1), at('c', NOON + 2), at('d', NOON + DAY_MS)],
      events: [],
      notes: [],
    })
    const part = (from: number, to: number) =>
      threadDays(entries, { from, to }, { firstNewId: '', timeZone: ZONE })
        .map(({ key, items }) => `${key}: ${items.map(shapeOf).join(' ')}`)
        .join(' | ')
    const today = days([at('a', NOON)])[0]?.key ?? ''
    expect(part(1, 2)).toBe(`${today}: b`)
    expect(part(0, 2)).toBe(`${today}: (a b`)
    expect(part(2, 4)).toMatch(new RegExp(`^${today}: c\\) \\| day \\d+: \\(d\\)$`))
  })

  it('gives every item a key of its own', () => {
    const shown = days([at('a', NOON), answer('b', NOON + DAY_MS)], [event('a', NOON + 1)], 'b')
    const keys = shown.flatMap(({ key, items }) => [key, ...items.map((item) => item.key)])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('does not put an unsent message under yesterday when the clock runs behind', () => {
    const unsent = { ...answer('b', NOON - DAY_MS), isPending: true }
    expect(shape([at('a', NOON), unsent])).toBe('(a) (b)')
  })
})

describe('compareThreadMessages', () => {
  it('puts what is still on its way last', () => {
    const unsent = { ...answer('a', NOON - DAY_MS), isPending: true }
    expect(
      [at('b', NOON), unsent, at('c', NOON - 1)].sort(compareThreadMessages).map(({ id }) => id),
    ).toEqual(['c', 'b', 'a'])
  })

  it('orders equal seconds by the provider’s number', () => {
    const sorted = [at('a', NOON, { sequence: 2 }), at('b', NOON, { sequence: 1 })].sort(
      compareThreadMessages,
    )
    expect(sorted.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('puts a note where it was written, which ends a run', () => {
    const messages = [at('a', NOON), at('b', NOON + 2 * MINUTE_MS)]
    expect(shape(messages, [], '', [note('n', NOON + MINUTE_MS)])).toBe('(a) note (b)')
  })

  it('puts notes and events in one order, an event of the same moment first', () => {
    const events = [event('e', NOON + MINUTE_MS), event('f', NOON + 3 * MINUTE_MS)]
    const notes = [note('n', NOON + MINUTE_MS), note('o', NOON + 2 * MINUTE_MS)]
    const items = days([at('a', NOON)], events, '', notes).flatMap((day) => day.items)
    expect(items.map(({ key }) => key)).toEqual(['a', 'event e', 'note n', 'note o', 'event f'])
  })

  it('opens a day for a note alone', () => {
    expect(shape([at('a', NOON)], [], '', [note('n', NOON + DAY_MS)])).toBe('(a) | note')
  })
})
