import { shallowReactive } from 'vue'
import type { ConversationPlace } from '#web/firebase/messages.ts'

const PREFIX = 'pact.draft.'
const SAVE_AFTER_MS = 300

const drafts = shallowReactive(new Map<string, string>())
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const unsaved = new Set<string>()

function keyOf({ companyId, conversationId }: ConversationPlace): string {
  return `${PREFIX}${companyId}.${conversationId}`
}

/** Read once at the start: a row must not touch the disk. */
function readAll(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) drafts.set(key, localStorage.getItem(key) ?? '')
  }
}

function save(key: string): void {
  clearTimeout(timers.get(key))
  timers.delete(key)
  unsaved.delete(key)
  const text = drafts.get(key)
  if (text) localStorage.setItem(key, text)
  else localStorage.removeItem(key)
}

function saveAll(): void {
  for (const key of unsaved) save(key)
}

readAll()
window.addEventListener('pagehide', saveAll)

/** What is written but not sent in a conversation; it survives leaving and reloading. */
export function draftOf(place: ConversationPlace): string {
  return drafts.get(keyOf(place)) ?? ''
}

export function writeDraft(place: ConversationPlace, text: string): void {
  const key = keyOf(place)
  if (text.trim()) drafts.set(key, text)
  else drafts.delete(key)
  unsaved.add(key)
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => {
      save(key)
    }, SAVE_AFTER_MS),
  )
}
