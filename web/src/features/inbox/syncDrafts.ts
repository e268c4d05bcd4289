import { SECOND_MS } from '#shared/domain/time.ts'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { followDrafts, saveDraft } from '#web/firebase/drafts.ts'
import { allDrafts, onDraftWritten, putDraft } from './drafts.ts'
import { mergeDrafts } from './mergeDrafts.ts'

/** Nobody reads along: a pause in typing is soon enough. */
const SAVE_AFTER_MS = SECOND_MS

/**
 * Keeps a member's drafts in a company alike on all his devices: the newest counts, and what is being
 * written here is never replaced.
 */
export function syncDrafts(companyId: CompanyId, userId: UserId): () => void {
  const saving = createSaving(companyId, userId)
  let isFirst = true

  const stopFollowing = followDrafts(companyId, userId, (window) => {
    const changes = mergeDrafts(companyId, allDrafts(), window, isFirst)
    for (const [key, draft] of changes) putDraft(key, draft)
    if (isFirst) saving.saveAll()
    isFirst = false
  })
  return () => {
    stopFollowing()
    saving.stop()
  }
}

function createSaving(companyId: CompanyId, userId: UserId) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  async function save(key: string) {
    clearTimeout(timers.get(key))
    timers.delete(key)
    const draft = allDrafts().get(key)
    if (!draft || draft.isSaved) return
    const conversationId = conversationIdSchema.parse(key.slice(companyId.length + 1))
    const isTaken = await saveDraft({ companyId, userId, conversationId }, draft).then(
      () => true,
      () => false,
    )
    if (isTaken && allDrafts().get(key) === draft) putDraft(key, { ...draft, isSaved: true })
  }

  function saveSoon(key: string) {
    if (!key.startsWith(`${companyId}.`)) return
    const draft = allDrafts().get(key)
    const isEmpty = !draft?.text && !draft?.note
    clearTimeout(timers.get(key))
    timers.set(
      key,
      setTimeout(() => void save(key), isEmpty ? 0 : SAVE_AFTER_MS),
    )
  }

  function saveAll() {
    for (const key of allDrafts().keys()) if (key.startsWith(`${companyId}.`)) void save(key)
  }

  const forget = onDraftWritten(saveSoon)
  document.addEventListener('visibilitychange', saveAll)
  return {
    saveAll,
    stop() {
      saveAll()
      forget()
      document.removeEventListener('visibilitychange', saveAll)
    },
  }
}
