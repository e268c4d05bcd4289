import type { CompanyId } from '#shared/domain/ids.ts'
import type { ConversationDraft, DraftWindow } from '#web/firebase/drafts.ts'
import { draftKey } from './drafts.ts'
import type { LocalDraft } from './drafts.ts'

/**
 * What changes here when the server tells of a member's drafts in a company. What is unsaved here is being
 * written and stays, and so does what the server has only just taken: it may not be among what it tells of yet.
 * `isFirst`: what is unsaved was left by an earlier page, and counts only where it is the newer.
 */
export function mergeDrafts(
  companyId: CompanyId,
  local: ReadonlyMap<string, LocalDraft>,
  { drafts, isAll }: DraftWindow,
  { isFirst, justSaved }: { readonly isFirst: boolean; readonly justSaved: ReadonlySet<string> },
): Map<string, LocalDraft> {
  const keyed = drafts.map((draft) => [draftKey({ companyId, conversationId: draft.id }), draft] as const)
  const changes = keyed
    .filter(([key, draft]) => !justSaved.has(key) && mayReplace(local.get(key), draft, isFirst))
    .map(([key, draft]) => [key, asLocal(draft)] as const)
  if (!isAll) return new Map(changes)
  const known = new Set([...keyed.map(([key]) => key), ...justSaved])
  const gone = [...local]
    .filter(([key, { isSaved }]) => isSaved && key.startsWith(`${companyId}.`) && !known.has(key))
    .map(([key, draft]) => [key, { ...draft, text: '', note: '' }] as const)
  return new Map([...changes, ...gone])
}

function mayReplace(local: LocalDraft | undefined, remote: ConversationDraft, isFirst: boolean): boolean {
  return !local || local.isSaved || (isFirst && remote.updatedAt > local.at)
}

function asLocal({ text, note, updatedAt }: ConversationDraft): LocalDraft {
  return { text, note, at: updatedAt, isSaved: true }
}
