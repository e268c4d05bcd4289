import * as z from 'zod/mini'
import { shallowReactive } from 'vue'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import { onForgotten } from '#web/stores/forgetTraces.ts'
import { isKept, ownKey } from '#web/stores/keptPerson.ts'

const PREFIX = ownKey('pact.draft.')
const SAVE_AFTER_MS = 300

const localDraftSchema = z.object({
  text: z.string(),
  note: z.string(),
  /** This machine's time of the last change made here. */
  at: z.number(),
  /** The server has it as it stands here. */
  isSaved: z.boolean(),
})
export type LocalDraft = z.infer<typeof localDraftSchema>

const NOTHING: LocalDraft = { text: '', note: '', at: 0, isSaved: true }

/** What was begun in each conversation; '' and '' with `isSaved` false is one the server has yet to forget. */
const drafts = shallowReactive(new Map<string, LocalDraft>())
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const listeners = new Set<(place: string) => void>()

/** As it stands behind `pact.draft.` and the person in this browser's storage. */
export function draftKey({ companyId, conversationId }: ConversationPlace): string {
  return `${companyId}.${conversationId}`
}

/** Read once at the start: a row must not touch the disk. */
function readAll(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX))
      drafts.set(key.slice(PREFIX.length), readStored(localStorage.getItem(key) ?? ''))
  }
}

/** What an older page has left is the text alone. */
function readStored(stored: string): LocalDraft {
  try {
    return localDraftSchema.parse(JSON.parse(stored))
  } catch {
    return { ...NOTHING, text: stored, isSaved: false }
  }
}

function store(key: string): void {
  clearTimeout(timers.get(key))
  timers.delete(key)
  if (!isKept()) return
  const draft = drafts.get(key)
  if (draft) localStorage.setItem(PREFIX + key, JSON.stringify(draft))
  else localStorage.removeItem(PREFIX + key)
}

function companyOf(key: string): string {
  return key.split('.')[0] ?? ''
}

function drop(key: string): void {
  clearTimeout(timers.get(key))
  timers.delete(key)
  drafts.delete(key)
}

function storeSoon(key: string): void {
  clearTimeout(timers.get(key))
  timers.set(key, setTimeout(store, SAVE_AFTER_MS, key))
}

readAll()
onForgotten((concerns) => {
  for (const key of [...drafts.keys(), ...timers.keys()]) if (concerns(companyOf(key))) drop(key)
})
window.addEventListener('pagehide', () => {
  for (const key of [...timers.keys()]) store(key)
})

/** The reply that is written but not sent in a conversation; it survives leaving and reloading. */
export function draftOf(place: ConversationPlace): string {
  return drafts.get(draftKey(place))?.text ?? ''
}

export function noteDraftOf(place: ConversationPlace): string {
  return drafts.get(draftKey(place))?.note ?? ''
}

export function writeDraft(place: ConversationPlace, text: string): void {
  write(draftKey(place), { text: text.trim() ? text : '' })
}

export function writeNoteDraft(place: ConversationPlace, note: string): void {
  write(draftKey(place), { note: note.trim() ? note : '' })
}

function write(key: string, change: Partial<Pick<LocalDraft, 'text' | 'note'>>): void {
  const before = drafts.get(key) ?? NOTHING
  const after = { ...before, ...change, at: Date.now(), isSaved: false }
  if (after.text === before.text && after.note === before.note) return
  putDraft(key, after)
  for (const tell of listeners) tell(key)
}

/** All of them, by key. */
export function allDrafts(): ReadonlyMap<string, LocalDraft> {
  return drafts
}

/** As another device has it, or as the server has taken it; tells nobody. */
export function putDraft(key: string, draft: LocalDraft): void {
  if (draft.isSaved && !draft.text && !draft.note) drafts.delete(key)
  else drafts.set(key, draft)
  storeSoon(key)
}

/** Tells of every change made here. */
export function onDraftWritten(tell: (key: string) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
