import { watch } from 'vue'
import type { Ref } from 'vue'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { fetchConversation } from '#web/firebase/conversations.ts'
import type { ConversationRow, ConversationSource } from '#web/firebase/conversations.ts'
import { untilRetry } from '#web/firebase/untilRetry.ts'
import type { KnownRows } from './knownRows.ts'
import { mayLeaveSight } from './useSightCheck.ts'

/** Where a conversation is. */
export interface OpenPlace {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
}

interface Options {
  readonly sources: readonly ConversationSource[]
  readonly open: Readonly<Ref<OpenPlace | null>>
  readonly known: KnownRows
  onRows(rows: readonly ConversationRow[]): void
}

interface OpenRow {
  /** Those that are not there, or not to be seen: the server has said so. */
  readonly missing: ReadonlySet<ConversationId>
  /** Asks the server for a row; one that is not to be seen any more goes. */
  learn(place: OpenPlace): Promise<void>
  drop(id: ConversationId): void
}

/** An address may name a conversation that no page has brought yet, or a row one that is a colleague's by now. */
export function useOpenRow({ sources, open, known, onRows }: Options): OpenRow {
  const missing = new Set<ConversationId>()

  function drop(id: ConversationId) {
    known.forget(id)
    missing.add(id)
    onRows([])
  }

  async function learn({ companyId, conversationId }: OpenPlace) {
    const row = await fetchConversation(companyId, conversationId)
    if (row) onRows([row])
    else drop(conversationId)
  }

  /** A failure says nothing about the conversation. */
  async function learnAtLast(place: OpenPlace) {
    while (open.value?.conversationId === place.conversationId) {
      try {
        await learn(place)
        return
      } catch {
        await untilRetry()
      }
    }
  }

  watch(
    open,
    (place) => {
      if (place && (!known.get(place.conversationId) || mayLeaveSight(sources, place)))
        void learnAtLast(place)
    },
    { immediate: true },
  )
  return { missing, learn, drop }
}
