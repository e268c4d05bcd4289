import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { EffectScope } from 'vue'
import { companyIdSchema } from '#shared/domain/ids.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { useSightCheck } from '#web/features/inbox/useSightCheck.ts'

const rows = Array.from({ length: 40 }, (_, at) => aConversationRow(`row-${String(at)}`))
const ids = (from: number, to: number) => rows.slice(from, to).map(({ id }) => id)
let scope: EffectScope

/** A list of a member with this sight; gives what is looked after. */
function aList(sight: Sight, look: () => Promise<void> = () => Promise.resolve()): string[] {
  const looked: string[] = []
  scope.run(() => {
    useSightCheck({
      sources: [{ companyId: companyIdSchema.parse('company-1'), sight }],
      rows: () => rows,
      look({ conversationId }) {
        looked.push(conversationId)
        return look()
      },
    })
  })
  return looked
}

const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * 60_000)

beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('rows that may go out of sight', () => {
  it('are looked after a few a minute, all of the first page in turn', async () => {
    const looked = aList({ assigneeId: ['', 'olga'] })
    await pass(1)
    expect(looked).toEqual(ids(0, 6))
    await pass(4)
    expect(looked).toEqual(ids(0, 30))
    await pass(1)
    expect(looked.slice(30)).toEqual(ids(0, 6))
  })

  it('are looked after though one of them has no answer', async () => {
    const looked = aList({ assigneeId: ['', 'olga'] }, () => Promise.reject(new Error('unavailable')))
    await pass(1)
    expect(looked).toHaveLength(6)
  })

  it('are none for who sees all', async () => {
    const looked = aList({})
    await pass(10)
    expect(looked).toEqual([])
  })

  it('cost nothing once the list has gone', async () => {
    const looked = aList({ assigneeId: 'olga' })
    scope.stop()
    await pass(10)
    expect(looked).toEqual([])
  })
})
