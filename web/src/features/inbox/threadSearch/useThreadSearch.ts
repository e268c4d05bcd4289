import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { FoundMessages } from '#shared/api/search.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import { matchesWords, searchWords } from '#shared/domain/searchTokens.ts'
import type { ConversationPlace, ThreadMessage } from '#web/firebase/messages.ts'
import { searchMessages } from '#web/firebase/search.ts'

const ASK_AFTER_MS = 300

/** One letter begins every other word. */
const WORD_MIN_LENGTH = 2

interface Hit {
  readonly id: MessageId
  readonly sentAt: number
}

export interface ThreadSearch {
  /** Newest first: those of the messages that are here, and what the server found above and in other forms. */
  readonly hits: ComputedRef<readonly Hit[]>
  readonly isBusy: Ref<boolean>
  readonly hasFailed: Ref<boolean>
  readonly hasMore: ComputedRef<boolean>
  more(): Promise<void>
}

export function useThreadSearch(
  place: ConversationPlace,
  text: Readonly<Ref<string>>,
  messages: () => readonly ThreadMessage[],
): ThreadSearch {
  const { found, after, isBusy, hasFailed, begin, ask } = useServerSearch(place, text)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(text, () => {
    clearTimeout(timer)
    begin()
    isBusy.value = wordsOf(text.value).length > 0
    if (isBusy.value) timer = setTimeout(() => void ask(), ASK_AFTER_MS)
  })
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return {
    hits: computed(() => union(hitsAmong(messages(), wordsOf(text.value)), found.value)),
    isBusy,
    hasFailed,
    hasMore: computed(() => after.value !== null),
    more: ask,
  }
}

/** Page by page, each from where the one before ended. */
function useServerSearch(place: ConversationPlace, text: Readonly<Ref<string>>) {
  const found = shallowRef<readonly Hit[]>([])
  const after = shallowRef<FoundMessages['after']>(null)
  const isBusy = ref(false)
  const hasFailed = ref(false)

  function take(answer: FoundMessages): void {
    const hits = answer.hits.map(({ messageId, sentAt }) => ({ id: messageId, sentAt }))
    found.value = [...found.value, ...hits]
    after.value = answer.after
  }

  function begin(): void {
    found.value = []
    after.value = null
    hasFailed.value = false
  }

  async function ask(): Promise<void> {
    const asked = text.value
    isBusy.value = true
    try {
      const from = after.value ? { after: after.value } : {}
      const answer = await searchMessages({ ...place, text: asked, ...from })
      if (text.value === asked) take(answer)
    } catch {
      hasFailed.value ||= text.value === asked
    }
    if (text.value === asked) isBusy.value = false
  }

  return { found, after, isBusy, hasFailed, begin, ask }
}

function wordsOf(text: string): string[] {
  return searchWords(text).filter((word) => word.length >= WORD_MIN_LENGTH)
}

function hitsAmong(messages: readonly ThreadMessage[], words: readonly string[]): readonly Hit[] {
  if (words.length === 0) return []
  return messages.filter(
    ({ text, deletedAt }) => deletedAt === undefined && matchesWords(words, { texts: [text], phone: '' }),
  )
}

function union(here: readonly Hit[], found: readonly Hit[]): readonly Hit[] {
  const all = new Map([...here, ...found].map(({ id, sentAt }) => [id, { id, sentAt }]))
  return [...all.values()].sort((a, b) => b.sentAt - a.sentAt)
}
