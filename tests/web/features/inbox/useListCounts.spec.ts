import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import type { EffectScope } from 'vue'
import { conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { ConversationId } from '#shared/domain/ids.ts'
import { NO_NARROWING } from '#shared/domain/view.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { someInboxCompanies } from '#tests/builders/someInboxCompanies.ts'
import { useListCounts } from '#web/features/inbox/useListCounts.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'

const id = conversationIdSchema.parse('c1')
const waiting = aConversationRow('c1', { unanswered: true })
const answered = aConversationRow('c1', { unanswered: false })

let scope: EffectScope

beforeEach(() => (scope = effectScope()))
afterEach(() => {
  scope.stop()
})

/** Ten wait for an answer, three of them with what narrows the list. */
function counting(ids: readonly ConversationId[] = [], first: ConversationRow | null = waiting) {
  let stored = first
  const muted = shallowRef<ReadonlySet<ConversationId>>(new Set(ids))
  const narrowing = shallowRef(NO_NARROWING)
  const made = scope.run(() =>
    useListCounts({
      memberId: userIdSchema.parse('olga'),
      narrowing,
      inboxes: someInboxCompanies(muted),
      count: ({ narrowing: within }) => Promise.resolve(within?.tags === 'опт' ? 3 : 10),
      fetch: () => (stored ? Promise.resolve(stored) : Promise.reject(new Error('offline'))),
    }),
  )
  if (!made) throw new Error('the scope has ended')
  const { counts, loudUnanswered, note } = made
  const mute = async (...quiet: readonly ConversationId[]) => {
    muted.value = new Set(quiet)
    await flushPromises()
  }
  const answer = () => {
    stored = answered
    note(waiting, answered)
  }
  return { counts, loudUnanswered, answer, narrowing, mute }
}

describe('what the badge says', () => {
  it('is unknown until it was counted, then all that wait', async () => {
    const { loudUnanswered } = counting()
    expect(loudUnanswered.value).toBeNull()
    await flushPromises()
    expect(loudUnanswered.value).toBe(10)
  })

  it('leaves out what is muted and waits, known to the list or not', async () => {
    const { loudUnanswered, answer, mute } = counting([id])
    await flushPromises()
    expect(loudUnanswered.value).toBe(9)
    answer()
    expect(loudUnanswered.value).toBe(9)
    await mute()
    expect(loudUnanswered.value).toBe(9)
  })

  it('leaves out nothing that is muted and answered', async () => {
    const { loudUnanswered } = counting([id], answered)
    await flushPromises()
    expect(loudUnanswered.value).toBe(10)
  })

  it('does not remember how it was when it was muted before', async () => {
    const { loudUnanswered, answer, mute } = counting([id])
    await flushPromises()
    await mute()
    answer()
    expect(loudUnanswered.value).toBe(9)
    await mute(id)
    expect(loudUnanswered.value).toBe(9)
  })

  it('is told even where the muted ones cannot be read', async () => {
    const { loudUnanswered } = counting([id], null)
    await flushPromises()
    expect(loudUnanswered.value).toBe(10)
  })

  it('does not change with what narrows the list, as the other counts do', async () => {
    const { counts, loudUnanswered, narrowing } = counting()
    await flushPromises()
    expect(counts.value.get('unanswered')).toBe(10)
    narrowing.value = { ...NO_NARROWING, tag: 'опт' }
    await flushPromises()
    expect([counts.value.get('unanswered'), loudUnanswered.value]).toEqual([3, 10])
    narrowing.value = NO_NARROWING
    expect(counts.value.get('unanswered')).toBe(10)
  })
})
