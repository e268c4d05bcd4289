import { describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import { conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { ConversationId } from '#shared/domain/ids.ts'
import { NO_NARROWING } from '#shared/domain/view.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { NOON } from '#tests/builders/moments.ts'
import type { ListChoice } from '#web/features/inbox/inboxFilters.ts'
import { createKnownRows } from '#web/features/inbox/knownRows.ts'
import { createHeldRows, createListing } from '#web/features/inbox/listedRows.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'

const openOnes: ListChoice = { filter: 'open', order: 'inbound', narrowing: NO_NARROWING }

const row = (id: string, change: Parameters<typeof aConversationRow>[1] = {}) => aConversationRow(id, change)
const rows = [
  row('a', { sortAt: 4, createdAt: 1 }),
  row('b', { sortAt: 3, createdAt: 4, tags: ['опт'] }),
  row('c', { sortAt: 2, createdAt: 3 }),
  row('d', { sortAt: 1, createdAt: 2, state: 'archived' }),
]
const ids = (listed: readonly ConversationRow[]) => listed.map(({ id }) => id).join('')

function listing(floor: ConversationRow | null = null) {
  const known = createKnownRows(() => undefined)
  known.learn(rows)
  const choice = shallowRef(openOnes)
  const openId = shallowRef<ConversationId | null>(null)
  const window = { status: 'ready', isLoadingOlder: false, depths: [], floor } as const
  const view = () => ({ memberId: userIdSchema.parse('member-1'), now: NOON })
  const listed = createListing({ known, choice, openId, view, window: () => window })
  return { known, choice, openId, listed: () => ids(listed()) }
}

describe('listed rows', () => {
  it('are those that match, in the order that is chosen', () => {
    const { choice, listed } = listing()
    expect(listed()).toBe('abc')
    choice.value = { ...openOnes, order: 'creation' }
    expect(listed()).toBe('bca')
    choice.value = { ...openOnes, filter: 'all', order: 'creation' }
    expect(listed()).toBe('bcda')
    choice.value = { ...openOnes, narrowing: { ...NO_NARROWING, tag: 'опт' } }
    expect(listed()).toBe('b')
  })

  it('reach down as far as was read, in the order it was read', () => {
    const { choice, listed } = listing(rows[1])
    expect(listed()).toBe('ab')
    choice.value = { ...openOnes, order: 'creation' }
    expect(listed()).toBe('b')
  })

  it('keep the open one under the reader when it no longer matches, until another list is chosen', () => {
    const { known, choice, openId, listed } = listing()
    openId.value = conversationIdSchema.parse('b')
    expect(listed()).toBe('abc')
    known.learn([{ ...row('b', { sortAt: 3, createdAt: 4 }), state: 'archived' }])
    expect(listed()).toBe('abc')
    choice.value = { ...openOnes, filter: 'unanswered' }
    choice.value = openOnes
    expect(listed()).toBe('abc')
    choice.value = { ...openOnes, filter: 'snoozed' }
    expect(listed()).toBe('')
    choice.value = openOnes
    expect(listed()).toBe('ac')
  })

  it('do not take in an open one that has never matched', () => {
    const { openId, listed } = listing()
    openId.value = conversationIdSchema.parse('d')
    expect(listed()).toBe('abc')
  })
})

describe('held rows', () => {
  function holding() {
    const known = createKnownRows(() => undefined)
    known.learn(rows.slice(0, 3))
    const isHeld = shallowRef(false)
    const choice = shallowRef(openOnes)
    const handled = new Set<ConversationId>()
    const held = createHeldRows({ known, isHeld, handled, choice })
    const arrange = (isRead = true) => {
      const open = known.rows(choice.value.order).filter(({ state }) => state === 'open')
      const { rows: shown, waiting } = held.arrange(open, isRead)
      return `${ids(shown)} ${String(waiting)}`
    }
    return { known, isHeld, handled, choice, held, arrange }
  }

  it('stand still while somebody aims at them, and follow once let go', () => {
    const { known, isHeld, held, arrange } = holding()
    expect(arrange()).toBe('abc 0')
    isHeld.value = true
    known.learn([row('c', { sortAt: 9, createdAt: 3 }), row('e', { sortAt: 8, createdAt: 9 })])
    expect(arrange()).toBe('abc 2')
    held.letGo()
    expect(arrange()).toBe('ceab 0')
  })

  it('hold nothing back of the first page, though one was known before it and is aimed at', () => {
    const { known, isHeld, arrange } = holding()
    isHeld.value = true
    expect(arrange(false)).toBe('abc 0')
    known.learn([row('e', { sortAt: 8, createdAt: 9 })])
    expect(arrange()).toBe('eabc 0')
    known.learn([row('f', { sortAt: 9, createdAt: 9 })])
    expect(arrange()).toBe('eabc 1')
  })

  it('leave and come back in place by what the member does himself, while others wait on', () => {
    const { known, isHeld, handled, arrange } = holding()
    arrange()
    isHeld.value = true
    known.learn([row('e', { sortAt: 8, createdAt: 9 })])
    handled.add(conversationIdSchema.parse('b'))
    expect(arrange()).toBe('abc 1')
    known.learn([row('b', { sortAt: 3, state: 'archived' })])
    expect(arrange()).toBe('ac 1')
    handled.add(conversationIdSchema.parse('b'))
    expect(arrange()).toBe('ac 1')
    known.learn([row('b', { sortAt: 3 })])
    expect(arrange()).toBe('abc 1')
  })

  it('move under the hand though the list was let go while the step was on its way', () => {
    const { known, isHeld, handled, held, arrange } = holding()
    arrange()
    handled.add(conversationIdSchema.parse('b'))
    held.letGo()
    arrange()
    isHeld.value = true
    known.learn([row('b', { sortAt: 3, state: 'archived' })])
    expect(arrange()).toBe('ac 0')
  })

  it('stay when a colleague does it', () => {
    const { known, isHeld, arrange } = holding()
    arrange()
    isHeld.value = true
    known.learn([row('b', { sortAt: 3, state: 'archived' })])
    expect(arrange()).toBe('abc 0')
  })

  it('wait by the order that is chosen', () => {
    const { known, isHeld, choice, arrange } = holding()
    choice.value = { ...openOnes, order: 'creation' }
    expect(arrange()).toBe('bca 0')
    isHeld.value = true
    known.learn([row('a', { sortAt: 9, createdAt: 1 })])
    expect(arrange()).toBe('bca 0')
  })
})
