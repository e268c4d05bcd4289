import { onScopeDispose } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ConversationRow, ConversationSource } from '#web/firebase/conversations.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'

/** Each costs one read: the first page has been gone through in five minutes, for at most 360 reads an hour. */
const LOOKED_AT_A_MINUTE = 6
const FIRST_ROWS = 30

interface Options {
  readonly sources: readonly ConversationSource[]
  rows(): readonly ConversationRow[]
  look(place: ConversationPlace): Promise<void>
}

/** Whether a company's conversations may go out of the member's sight: he does not see them all. */
export function mayLeaveSight(
  sources: readonly ConversationSource[],
  { companyId }: { readonly companyId: CompanyId },
): boolean {
  return sources.some((source) => source.companyId === companyId && Object.keys(source.sight).length > 0)
}

/**
 * A conversation that a colleague has taken is in no query of a member who may not see it, so no feed tells of it
 * unless it was among the newest changes: the rows at the head of his list are looked after one by one.
 */
export function useSightCheck({ sources, rows, look }: Options): void {
  const lookedAt = new Map<string, number>()
  const longestAgo = (a: ConversationRow, b: ConversationRow) =>
    (lookedAt.get(a.id) ?? 0) - (lookedAt.get(b.id) ?? 0)

  async function lookAround() {
    if (document.visibilityState !== 'visible') return
    const head = rows()
      .slice(0, FIRST_ROWS)
      .filter((row) => mayLeaveSight(sources, row))
    for (const { id, companyId } of head.sort(longestAgo).slice(0, LOOKED_AT_A_MINUTE)) {
      lookedAt.set(id, Date.now())
      // Without an answer nothing is known: its turn comes again.
      await look({ companyId, conversationId: id }).catch(() => undefined)
    }
  }

  const timer = setInterval(() => void lookAround(), MINUTE_MS)
  onScopeDispose(() => {
    clearInterval(timer)
  })
}
