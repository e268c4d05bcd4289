import { computed, ref, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'

/** A colleague's answer, as far as one has to know of it. */
export interface ColleagueReply {
  readonly id: string
  readonly name: string
}

export interface Rivals {
  /** Who types an answer now; '' for nobody. */
  readonly typing: string
  /** The last answer of somebody else; undefined while the thread is unread. */
  readonly lastReply: ColleagueReply | null | undefined
}

export interface RivalWarning {
  readonly kind: 'typing' | 'replied' | 'held'
  readonly name: string
}

export interface RivalReply {
  readonly warning: ComputedRef<RivalWarning | null>
  /** Whether sending waits for a second press: once for each answer that came while this one was being written. */
  holdsBack(): boolean
}

/** Two who answer at once shall know of each other before the customer does. */
export function useRivalReply(text: Readonly<Ref<string>>, rivals: () => Rivals): RivalReply {
  const isWriting = computed(() => text.value.trim() !== '')
  /** The last answer when the writing began; null while nobody knows. */
  const knownId = ref<string | null>(null)
  const heldId = ref('')

  watch(
    [isWriting, () => rivals().lastReply],
    ([writes, last], [wrote]) => {
      if (last === undefined) return
      if (!writes || !wrote || knownId.value === null) knownId.value = last?.id ?? ''
    },
    { immediate: true },
  )

  const news = computed(() => {
    const { lastReply } = rivals()
    const isNews = isWriting.value && lastReply && knownId.value !== null && lastReply.id !== knownId.value
    return isNews ? lastReply : null
  })
  const warning = computed((): RivalWarning | null => {
    if (news.value)
      return { kind: news.value.id === heldId.value ? 'held' : 'replied', name: news.value.name }
    const { typing } = rivals()
    return typing && isWriting.value ? { kind: 'typing', name: typing } : null
  })

  return {
    warning,
    holdsBack() {
      if (!news.value || news.value.id === heldId.value) return false
      heldId.value = news.value.id
      return true
    },
  }
}
