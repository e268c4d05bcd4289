import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import type { EffectScope } from 'vue'
import { userIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { COUNT_LIMIT, NO_NARROWING, inboxFilters } from '#shared/domain/view.ts'
import type { ViewNarrowing } from '#shared/domain/view.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useFilterCounts } from '#web/features/inbox/useFilterCounts.ts'

const memberId = userIdSchema.parse('olga')
const open = aConversationRow('c1', { unanswered: true, createdAt: NOON - MINUTE_MS })
const archived = { ...open, state: 'archived', unanswered: false } as const

let scope: EffectScope

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function counting(found: (query: string) => number | Promise<number> = () => 5) {
  const asked: string[] = []
  const narrowing = shallowRef<ViewNarrowing | null>(NO_NARROWING)
  const made = scope.run(() =>
    useFilterCounts({
      memberId,
      narrowing,
      async count({ query, equals }) {
        asked.push([query, ...equals].join(' '))
        return found(query)
      },
    }),
  )
  if (!made) throw new Error('the scope has ended')
  const { counts, refreshAll, note } = made
  return { asked, narrowing, counts, refreshAll, note }
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms)
}

describe('the counts beside the filters', () => {
  it('are asked for what is in sight, and for the others when the menu opens', async () => {
    const { asked, counts, refreshAll } = counting()
    await flushPromises()
    expect([...counts.keys()]).toEqual(['open', 'unanswered', 'mine'])
    refreshAll()
    await flushPromises()
    expect(new Set(counts.keys())).toEqual(new Set(inboxFilters))
    expect(asked).toHaveLength(inboxFilters.length)
  })

  it('cost one question a minute each, however often the menu opens', async () => {
    const { asked, refreshAll } = counting()
    for (let each = 0; each < 6; each++) {
      refreshAll()
      await pass(9 * SECOND_MS)
    }
    expect(asked).toHaveLength(inboxFilters.length)
    await pass(6 * SECOND_MS)
    refreshAll()
    await flushPromises()
    expect(asked).toHaveLength(2 * inboxFilters.length)
  })

  it('follow a change of a row they know', async () => {
    const { asked, counts, note } = counting()
    await flushPromises()
    note(open, archived)
    expect([counts.get('open'), counts.get('unanswered'), counts.get('mine')]).toEqual([4, 4, 5])
    note(archived, { ...open, assigneeId: memberId })
    expect([counts.get('open'), counts.get('unanswered'), counts.get('mine')]).toEqual([5, 5, 6])
    expect(asked).toHaveLength(3)
  })

  it('take in a new conversation, but none that may have been counted', async () => {
    const { counts, note } = counting()
    await flushPromises()
    note(undefined, open)
    expect(counts.get('open')).toBe(5)
    note(undefined, { ...open, createdAt: NOON + 1 })
    expect(counts.get('open')).toBe(6)
  })

  it('are asked for again a minute after a change, and not without one', async () => {
    let found = 5
    const { asked, counts, note } = counting(() => found)
    await pass(3 * MINUTE_MS)
    expect(asked).toHaveLength(3)
    note(undefined, open)
    found = 7
    await pass(MINUTE_MS)
    expect(counts.get('open')).toBe(7)
    expect(asked).toHaveLength(6)
    await pass(3 * MINUTE_MS)
    expect(asked).toHaveLength(6)
  })

  it('are not forgotten where the menu asked for them less than a minute ago', async () => {
    let found = 5
    const { counts, refreshAll, note } = counting(() => found)
    await pass(90 * SECOND_MS)
    refreshAll()
    await pass(10 * SECOND_MS)
    note(undefined, open)
    found = 7
    await pass(30 * SECOND_MS)
    expect(counts.get('open')).toBe(5)
    await pass(MINUTE_MS)
    expect(counts.get('open')).toBe(7)
    expect(counts.get('archived')).toBe(7)
  })

  it('stay as told where a change came while they were asked for, and are asked for once more', async () => {
    const answers: ((count: number) => void)[] = []
    let [isSlow, found] = [false, 5]
    const { counts, note } = counting(() => (isSlow ? new Promise((answer) => answers.push(answer)) : found))
    await flushPromises()
    note(open, { ...open, tags: ['опт'] })
    isSlow = true
    await pass(MINUTE_MS)
    note(open, archived)
    for (const answer of answers) answer(5)
    await flushPromises()
    expect([counts.get('open'), counts.get('mine')]).toEqual([4, 5])
    isSlow = false
    found = 4
    note(archived, open)
    await pass(MINUTE_MS)
    expect(counts.get('open')).toBe(4)
  })

  it('that could not be told are asked for again', async () => {
    let isOffline = true
    const { counts } = counting(() => (isOffline ? Promise.reject(new Error('offline')) : 5))
    await flushPromises()
    expect(counts.size).toBe(0)
    isOffline = false
    await pass(MINUTE_MS)
    expect(counts.get('open')).toBe(5)
  })

  it('stay at the limit, from where nobody knows how many are missing', async () => {
    const { counts, note } = counting(() => COUNT_LIMIT)
    await flushPromises()
    note(open, archived)
    expect(counts.get('open')).toBe(COUNT_LIMIT)
  })

  it('begin anew when something else narrows the list, and what was asked before counts for nothing', async () => {
    const answers: ((count: number) => void)[] = []
    const { counts, narrowing } = counting(() => new Promise((answer) => answers.push(answer)))
    await flushPromises()
    narrowing.value = { ...NO_NARROWING, tag: 'опт' }
    await flushPromises()
    const [before, after] = [answers.slice(0, 3), answers.slice(3)]
    for (const answer of after) answer(2)
    await flushPromises()
    for (const answer of before) answer(50)
    await flushPromises()
    expect([...counts.values()]).toEqual([2, 2, 2])
  })

  it('are not asked for while nothing narrows what is only counted narrowed', async () => {
    const { asked, narrowing, counts } = counting()
    await flushPromises()
    narrowing.value = null
    await flushPromises()
    expect([asked.length, counts.size]).toEqual([3, 0])
  })
})
