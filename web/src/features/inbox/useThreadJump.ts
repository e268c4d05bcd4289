import { nextTick, onScopeDispose, watch } from 'vue'
import type { MessageId } from '#shared/domain/ids.ts'
import type { Thread } from './useThread.ts'

/** So many pages up is a message looked for; beyond that scrolling there would take a minute, too. */
const PAGES_AT_MOST = 50

/** Goes to a message of a thread, reading the pages above until it is there. Says whether it was found. */
export function useThreadJump(
  thread: Thread,
  show: (id: MessageId) => void,
): { goTo(id: MessageId): Promise<boolean> } {
  let wanted: MessageId | null = null
  onScopeDispose(() => (wanted = null))

  const has = (id: MessageId) => thread.messages.value.some((message) => message.id === id)

  async function reach(id: MessageId): Promise<boolean> {
    await settled(thread)
    for (let page = 0; wanted === id && !has(id) && page < PAGES_AT_MOST; page++) {
      const before = thread.state.value.stored.length
      thread.loadOlder()
      await settled(thread)
      if (thread.state.value.stored.length === before) break
    }
    return wanted === id && has(id)
  }

  return {
    async goTo(id) {
      wanted = id
      if (!(await reach(id))) return wanted !== id
      await nextTick()
      await nextTick()
      show(id)
      return true
    },
  }
}

/** Once no page is on its way. */
function settled({ state }: Thread): Promise<void> {
  const isSettled = () => state.value.status !== 'loading' && !state.value.isLoadingOlder
  return new Promise((resolve) => {
    if (isSettled()) {
      resolve()
      return
    }
    const stop = watch(state, () => {
      if (!isSettled()) return
      stop()
      resolve()
    })
  })
}
