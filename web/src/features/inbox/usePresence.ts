import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import { endPresence, followPresence, writePresence } from '#web/firebase/presence.ts'
import type { MemberPresence } from '#web/firebase/presence.ts'
import { useInbox } from './inboxContext.ts'

const FORGET_EVERY_MS = 15 * SECOND_MS
const STILL_TYPING_MS = 6 * SECOND_MS
/** Opening and leaving at once, as when walking through the list, is nobody's news. */
const SETTLED_MS = SECOND_MS

interface PresenceOfOthers {
  readonly others: ComputedRef<readonly MemberPresence[]>
  /** The member has pressed a key in the composer. */
  noteTyping(): void
}

/** Who else is in this conversation; tells them about us while the tab is watched. */
export function usePresence(place: ConversationPlace, isWatched: Readonly<Ref<boolean>>): PresenceOfOthers {
  const { member } = useInbox()
  const { noteTyping } = useOwnPresence(place, isWatched)
  const all = shallowRef<ReadonlyMap<string, MemberPresence>>(new Map())
  const now = ref(Date.now())

  const stop = followPresence(place, (changed) => {
    all.value = new Map([...all.value, ...changed.map((each) => [each.id, each] as const)])
    now.value = Date.now()
  })
  const timer = setInterval(() => (now.value = Date.now()), FORGET_EVERY_MS)
  onScopeDispose(() => {
    stop()
    clearInterval(timer)
  })

  const others = computed(() =>
    [...all.value.values()].filter(({ id, expiresAt }) => id !== member.value.id && expiresAt > now.value),
  )
  return { others, noteTyping }
}

function useOwnPresence(place: ConversationPlace, isWatched: Readonly<Ref<boolean>>): { noteTyping(): void } {
  const { member } = useInbox()
  const isTyping = ref(false)
  let typingTimer: ReturnType<typeof setTimeout> | undefined
  let isTold = false

  /** A lost presence is no loss: the next one follows within a minute. */
  function tell() {
    if (!isWatched.value) return
    isTold = true
    const activity = isTyping.value ? 'typing' : 'viewing'
    writePresence(place, { userId: member.value.id, name: member.value.name, activity }).catch(
      () => undefined,
    )
  }

  const first = setTimeout(tell, SETTLED_MS)
  const again = setInterval(tell, MINUTE_MS)
  watch([isTyping, isWatched], tell)
  onScopeDispose(() => {
    for (const timer of [first, again, typingTimer]) clearTimeout(timer)
    if (isTold) endPresence(place, member.value.id).catch(() => undefined)
  })

  return {
    noteTyping() {
      isTyping.value = true
      clearTimeout(typingTimer)
      typingTimer = setTimeout(() => (isTyping.value = false), STILL_TYPING_MS)
    },
  }
}
