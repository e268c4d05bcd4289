import { describe, expect, it } from 'vitest'
import { computed, effectScope, shallowRef } from 'vue'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { ThreadMessage } from '#web/firebase/messages.ts'
import { useThreadJump } from '#web/features/inbox/useThreadJump.ts'
import type { Thread, ThreadState } from '#web/features/inbox/useThread.ts'
import { aMessage } from '#tests/builders/aMessage.ts'

const id = (at: number) => messageIdSchema.parse(`m${String(at)}`)

/** A thread of so many pages of ten messages, the last page read. */
function aThread(pages: number) {
  const message = (at: number): ThreadMessage => ({ ...aMessage(), id: id(at), isPending: false })
  const page = (from: number) => Array.from({ length: 10 }, (_, at) => message(from + at))
  let read = 1
  const stored = () => Array.from({ length: read }, (_, at) => page((pages - read + at) * 10)).flat()
  const state = shallowRef<ThreadState>({
    status: 'ready',
    isLoadingOlder: false,
    hasOlder: pages > 1,
    stored: stored(),
  })
  const thread: Thread = {
    state,
    messages: computed(() => state.value.stored),
    events: computed(() => []),
    notes: computed(() => []),
    retry: () => undefined,
    loadOlder() {
      if (read === pages || state.value.isLoadingOlder) return
      state.value = { ...state.value, isLoadingOlder: true }
      setTimeout(() => {
        read++
        state.value = { ...state.value, isLoadingOlder: false, stored: stored() }
      })
    },
  }
  return { thread, reads: () => read }
}

function jumper(pages: number) {
  const shown: string[] = []
  const { thread, reads } = aThread(pages)
  const scope = effectScope()
  const jump = scope.run(() => useThreadJump(thread, (to) => shown.push(to)))
  if (!jump) throw new Error('the scope is over')
  return { jump, shown, reads, scope }
}

describe('going to a message', () => {
  it('that is here reads nothing', async () => {
    const { jump, shown, reads } = jumper(3)
    expect(await jump.goTo(id(25))).toBe(true)
    expect([shown, reads()]).toEqual([['m25'], 1])
  })

  it('further up reads pages until it is there', async () => {
    const { jump, shown, reads } = jumper(5)
    expect(await jump.goTo(id(11))).toBe(true)
    expect([shown, reads()]).toEqual([['m11'], 4])
  })

  it('that is nowhere ends at the top', async () => {
    const { jump, shown, reads } = jumper(3)
    expect(await jump.goTo(id(999))).toBe(false)
    expect([shown, reads()]).toEqual([[], 3])
  })

  it('stops for a later wish', async () => {
    const { jump, shown } = jumper(9)
    const first = jump.goTo(id(1))
    expect(await jump.goTo(id(85))).toBe(true)
    await first
    expect(shown).toEqual(['m85'])
  })

  it('stops with the thread', async () => {
    const { jump, shown, scope } = jumper(9)
    const going = jump.goTo(id(1))
    scope.stop()
    await going
    expect(shown).toEqual([])
  })
})
