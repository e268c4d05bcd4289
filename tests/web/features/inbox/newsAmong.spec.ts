import { describe, expect, it } from 'vitest'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import type { ThreadMessage } from '#web/firebase/messages.ts'
import { newsAmong as newsAmongFor } from '#web/features/inbox/newsAmong.ts'

const NOON = Date.UTC(2026, 10, 20, 9)

function at(id: string, createdAt: number, change: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    ...aMessage({ sentAt: createdAt, createdAt }),
    id: messageIdSchema.parse(id),
    isPending: false,
    ...change,
  }
}

const OWN_ID = 'irina'
const own = { direction: 'outbound', author: { type: 'member', id: OWN_ID, name: 'Ирина' } } as const
const newsAmong = (current: readonly ThreadMessage[], former: readonly ThreadMessage[]) =>
  newsAmongFor(current, former, OWN_ID)
const idsOf = (messages: readonly ThreadMessage[]) => messages.map(({ id }) => id)
const known = [at('c', NOON), at('d', NOON + MINUTE_MS)]

describe('newsAmong', () => {
  it('is what a contact has written since, and not what one answers', () => {
    const come = at('e', NOON + 2 * MINUTE_MS)
    const answer = at('f', NOON + 3 * MINUTE_MS, own)
    expect(idsOf(newsAmong([...known, come, answer], known))).toEqual(['e'])
  })

  it('is what a colleague answers', () => {
    const colleague = { type: 'member', id: 'olga', name: 'Ольга' } as const
    const answer = at('f', NOON + 3 * MINUTE_MS, { direction: 'outbound', author: colleague })
    expect(idsOf(newsAmong([...known, answer], known))).toEqual(['f'])
  })

  it('is the first message of an empty thread', () => {
    expect(idsOf(newsAmong([at('a', NOON)], []))).toEqual(['a'])
  })

  it('is no page above, even if it was stored later', () => {
    const above = [at('a', NOON - MINUTE_MS), at('b', NOON + 9 * MINUTE_MS, { sentAt: NOON - MINUTE_MS })]
    expect(newsAmong([...above, ...known], known)).toEqual([])
  })

  it('is what comes late, where it was written', () => {
    const late = at('l', NOON + 5 * MINUTE_MS, { sentAt: NOON + 1 })
    expect(idsOf(newsAmong([known[0] ?? late, late, ...known.slice(1)], known))).toEqual(['l'])
  })

  it('is no message that was changed', () => {
    const changed = known.map((message) => ({ ...message, updatedAt: NOON + 9 * MINUTE_MS }))
    expect(newsAmong(changed, known)).toEqual([])
  })

  it('goes by the server’s clock, not by that of what is still on its way from here', () => {
    const written = at('own', NOON + 60 * MINUTE_MS, { ...own, isPending: true })
    const come = at('e', NOON + 2 * MINUTE_MS)
    expect(idsOf(newsAmong([...known, come, written], [...known, written]))).toEqual(['e'])
  })
})
