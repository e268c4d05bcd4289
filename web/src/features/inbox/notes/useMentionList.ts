import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { useInbox } from '../inboxContext.ts'
import { colleaguesLike, mentionQuery, withMention } from './mentions.ts'
import type { Colleague, MentionQuery } from './mentions.ts'

/** More than fit above the composer are found by typing on. */
const SHOWN_MAX = 8

export interface MentionList {
  readonly found: ComputedRef<readonly Colleague[]>
  /** The one that Enter takes. */
  readonly activeIndex: Ref<number>
  /** Who was chosen under each name. */
  readonly chosen: ReadonlyMap<string, string>
  /** Looks at what stands before the cursor now. */
  look(): void
  close(): void
  pick(colleague: Colleague): void
  /** Whether the list has taken the key for itself. */
  takesKey(event: KeyboardEvent): boolean
}

/** The colleagues one may mention while typing after an @. */
export function useMentionList(
  text: Ref<string>,
  area: Readonly<ShallowRef<HTMLTextAreaElement | null>>,
): MentionList {
  const { members, member } = useInbox()
  const query = shallowRef<MentionQuery | null>(null)
  const chosen = new Map<string, string>()
  const found = computed(() => {
    if (!query.value) return []
    const others = [...members.value.values()].filter(({ id }) => id !== member.value.id)
    return colleaguesLike(others, query.value.query).slice(0, SHOWN_MAX)
  })

  function close() {
    query.value = null
  }

  function pick(colleague: Colleague) {
    if (!query.value) return
    const mentioned = withMention(text.value, query.value, colleague)
    chosen.set(colleague.name, colleague.id)
    text.value = mentioned.text
    close()
    void nextTick(() => {
      area.value?.focus()
      area.value?.setSelectionRange(mentioned.cursor, mentioned.cursor)
    })
  }

  return {
    found,
    chosen,
    look() {
      query.value = area.value ? mentionQuery(area.value.value, area.value.selectionStart) : null
    },
    close,
    pick,
    ...useOptionKeys(found, { pick, close }),
  }
}

interface OptionDeeds {
  pick(colleague: Colleague): void
  close(): void
}

/** Arrows walk through the options, Enter and Tab take one, Escape leaves them. */
function useOptionKeys(
  found: ComputedRef<readonly Colleague[]>,
  { pick, close }: OptionDeeds,
): Pick<MentionList, 'activeIndex' | 'takesKey'> {
  const activeIndex = ref(0)
  watch(found, () => (activeIndex.value = 0))

  function pickActive() {
    const active = found.value[activeIndex.value]
    if (active) pick(active)
  }

  function move(by: number) {
    activeIndex.value = (activeIndex.value + by + found.value.length) % found.value.length
  }

  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: move.bind(null, 1),
    ArrowUp: move.bind(null, -1),
    Enter: pickActive,
    Tab: pickActive,
    Escape: close,
  }
  return {
    activeIndex,
    takesKey(event) {
      const act = found.value.length > 0 && !event.shiftKey ? keys[event.key] : undefined
      if (!act) return false
      event.preventDefault()
      event.stopPropagation()
      act()
      return true
    },
  }
}
