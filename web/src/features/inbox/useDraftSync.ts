import { onScopeDispose } from 'vue'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'

/** Rows come first; until then this browser's own drafts are shown. */
const BEGINS_AFTER_MS = SECOND_MS / 2

/** Keeps the member's drafts in a company alike on all his devices. */
export function useDraftSync(companyId: CompanyId, userId: UserId): void {
  let isOver = false
  let stop: (() => void) | undefined

  async function begin() {
    const { syncDrafts } = await import('./syncDrafts.ts')
    if (!isOver) stop = syncDrafts(companyId, userId)
  }

  const timer = setTimeout(() => void begin(), BEGINS_AFTER_MS)
  onScopeDispose(() => {
    isOver = true
    clearTimeout(timer)
    stop?.()
  })
}
