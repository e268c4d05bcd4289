import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'

/** Something written here, on its way from this browser to Firestore. */
export interface Outgoing {
  readonly id: string
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly author: { readonly id: UserId; readonly name: string }
  /** This machine's time; grows with everything that is written, so it is also its order. */
  readonly writtenAt: number
}

export interface OutgoingItem<Written extends Outgoing> {
  readonly written: Written
  /** Why the server will never take it; null while it may. */
  readonly refusal: string | null
}

/** Everything of one kind that the server has not acknowledged yet, in order. */
export interface OutgoingList<Written extends Outgoing> {
  readonly items: Readonly<ShallowRef<readonly OutgoingItem<Written>[]>>
  find(id: string): OutgoingItem<Written> | undefined
  add(all: readonly Written[]): void
  /** Whoever was to follow it no longer waits for it where it never arrives. */
  remove(id: string, hasArrived: boolean): void
  /** The same for what is refused. */
  refuse(id: string, refusal: string): void
  /** Gives the refused one more chance. */
  free(id: string): Written | null
  /** What is stored stays there for its author. */
  forget(): void
}

/** `unbound` gives what was to follow the one of that id as it is without it. */
export function createOutgoingList<Written extends Outgoing>(
  unbound: (written: Written, id: string) => Written,
): OutgoingList<Written> {
  const items = shallowRef<readonly OutgoingItem<Written>[]>([])
  const find = (id: string) => items.value.find(({ written }) => written.id === id)

  function release(id: string): void {
    items.value = items.value.map((item) => ({ ...item, written: unbound(item.written, id) }))
  }

  return {
    items,
    find,
    add(all) {
      items.value = [...items.value, ...all.map((written) => ({ written, refusal: null }))]
    },
    remove(id, hasArrived) {
      items.value = items.value.filter(({ written }) => written.id !== id)
      if (!hasArrived) release(id)
    },
    refuse(id, refusal) {
      items.value = items.value.map((item) => (item.written.id === id ? { ...item, refusal } : item))
      release(id)
    },
    free(id) {
      const refused = find(id)
      if (!refused?.refusal) return null
      items.value = items.value.map((item) => (item === refused ? { ...item, refusal: null } : item))
      return refused.written
    },
    forget() {
      items.value = []
    },
  }
}
