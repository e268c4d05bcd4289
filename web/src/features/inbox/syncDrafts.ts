import { SECOND_MS } from '#shared/domain/time.ts'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { followDrafts, saveDraft } from '#web/firebase/drafts.ts'
import type { DraftWindow } from '#web/firebase/drafts.ts'
import { allDrafts, onDraftWritten, putDraft } from './drafts.ts'
import { mergeDrafts } from './mergeDrafts.ts'

/** Nobody reads along: a pause in typing is soon enough. */
const SAVE_AFTER_MS = SECOND_MS

/**
 * Between the server's word that it has a draft and the draft coming through the listener, the SDK's memory cache
 * leaves it out for a moment.
 */
const RETURN_LIMIT_MS = 3 * SECOND_MS

/**
 * Keeps a member's drafts in a company alike on all his devices: the newest counts, and what is being
 * written here is never replaced.
 */
export function syncDrafts(companyId: CompanyId, userId: UserId): () => void {
  const justSaved = new Map<string, ReturnType<typeof setTimeout>>()
  const saving = createSaving(companyId, userId, noteSaved)
  let latest: DraftWindow | null = null

  function merge(window: DraftWindow, isFirst: boolean) {
    const options = { isFirst, justSaved: new Set(justSaved.keys()) }
    for (const [key, draft] of mergeDrafts(companyId, allDrafts(), window, options)) putDraft(key, draft)
  }

  function noteSaved(key: string) {
    clearTimeout(justSaved.get(key))
    justSaved.set(key, setTimeout(settle, RETURN_LIMIT_MS, key))
  }

  /** What came from elsewhere meanwhile counts now. */
  function settle(key: string) {
    justSaved.delete(key)
    if (latest) merge(latest, false)
  }

  const stopFollowing = followDrafts(companyId, userId, (window) => {
    const isFirst = latest === null
    latest = window
    merge(window, isFirst)
    if (isFirst) saving.saveAll()
  })
  return () => {
    stopFollowing()
    saving.stop()
    latest = null
    for (const timer of justSaved.values()) clearTimeout(timer)
  }
}

function createSaving(companyId: CompanyId, userId: UserId, onSaved: (key: string) => void) {
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
    if (!isTaken || allDrafts().get(key) !== draft) return
    onSaved(key)
    putDraft(key, { ...draft, isSaved: true })
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
