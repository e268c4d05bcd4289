import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { FoundMessages } from '#shared/api/search.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { askedWords, phoneDigits } from '#shared/domain/searchTokens.ts'
import type { ConversationSource } from '#web/firebase/conversations.ts'
import { searchContacts, searchMessages } from '#web/firebase/search.ts'
import type { FoundContact } from '#web/firebase/search.ts'
import type { BarContact, BarMessage } from './barGroups.ts'

const CONTACTS_AFTER_MS = 150
const MESSAGES_AFTER_MS = 400

/** Two letters begin too many words for a whole company's messages. */
const WORD_MIN_LENGTH = 3

/** Where is searched: contacts everywhere, messages in these companies. */
export interface SearchScope {
  readonly sources: readonly ConversationSource[]
  readonly companyIds: readonly CompanyId[]
}

export interface Search {
  readonly contacts: ComputedRef<readonly BarContact[]>
  readonly messages: Ref<readonly BarMessage[]>
  readonly isBusy: ComputedRef<boolean>
  readonly hasFailed: Ref<boolean>
  readonly hasMore: ComputedRef<boolean>
  more(): void
}

type After = NonNullable<FoundMessages['after']>

/** Asks the server once the typing pauses; an answer to what is no longer asked is dropped. */
export function useSearch(text: Readonly<Ref<string>>, scope: Readonly<Ref<SearchScope>>): Search {
  const contacts = shallowRef<readonly FoundContact[]>([])
  const { isAsking, hasFailed, ask } = useAsking(text)
  const { messages, goesOn, begin, askMessages } = useMessageSearch(text, ask)

  function askContacts(): void {
    const words = askedWords(text.value)
    const { sources } = scope.value
    if (words.length === 0 || sources.length === 0) return
    void ask(
      () => searchContacts(sources, words),
      (found) => (contacts.value = found),
    )
  }

  const isAwaitingMore = watchTyping(text, scope, {
    begin() {
      begin()
      hasFailed.value = false
    },
    askContacts,
    askMessages: (companyId) => void askMessages(companyId),
  })
  return {
    contacts: computed(() => contacts.value.map(toBarContact)),
    messages,
    // Before it is asked, nothing has been found or not found.
    isBusy: computed(() => isAsking.value || isAwaitingMore.value),
    hasFailed,
    hasMore: computed(() => goesOn.value.size > 0),
    more() {
      for (const [companyId, after] of goesOn.value) void askMessages(companyId, after)
    },
  }
}

type Ask = <T>(search: () => Promise<T>, take: (found: T) => void) => Promise<void>

function useAsking(text: Readonly<Ref<string>>) {
  const pending = ref(0)
  const hasFailed = ref(false)

  /** Takes what was found unless something else has been typed meanwhile. */
  const ask: Ask = async (search, take) => {
    const asked = text.value
    pending.value++
    try {
      const found = await search()
      if (text.value === asked) take(found)
    } catch {
      hasFailed.value ||= text.value === asked
    } finally {
      pending.value--
    }
  }

  return { isAsking: computed(() => pending.value > 0), hasFailed, ask }
}

function useMessageSearch(text: Readonly<Ref<string>>, ask: Ask) {
  const messages = shallowRef<readonly BarMessage[]>([])
  /** Where each company's goes on. */
  const goesOn = shallowRef<ReadonlyMap<CompanyId, After>>(new Map())

  function take(companyId: CompanyId, { hits, after }: FoundMessages): void {
    const added = hits.map((hit) => ({ ...hit, companyId }))
    messages.value = [...messages.value, ...added].sort((a, b) => b.sentAt - a.sentAt)
    const left = new Map(goesOn.value)
    left.delete(companyId)
    goesOn.value = after ? left.set(companyId, after) : left
  }

  return {
    messages,
    goesOn,
    begin() {
      messages.value = []
      goesOn.value = new Map()
    },
    askMessages(companyId: CompanyId, after?: After): Promise<void> {
      const asked = { companyId, text: text.value, ...(after && { after }) }
      return ask(
        () => searchMessages(asked),
        (found) => {
          take(companyId, found)
        },
      )
    },
  }
}

interface Steps {
  begin(): void
  askContacts(): void
  askMessages(companyId: CompanyId): void
}

/** Gives whether something typed is still to be asked. */
function watchTyping(
  text: Readonly<Ref<string>>,
  scope: Readonly<Ref<SearchScope>>,
  steps: Steps,
): Ref<boolean> {
  const isAwaitingMore = ref(false)
  let timers: ReturnType<typeof setTimeout>[] = []
  const stop = () => {
    for (const timer of timers) clearTimeout(timer)
  }

  function askAllMessages(): void {
    isAwaitingMore.value = false
    if (!isWorthSearching(text.value)) return
    for (const companyId of scope.value.companyIds) steps.askMessages(companyId)
  }

  watch([text, scope], () => {
    stop()
    steps.begin()
    isAwaitingMore.value = text.value !== ''
    timers = [setTimeout(steps.askContacts, CONTACTS_AFTER_MS), setTimeout(askAllMessages, MESSAGES_AFTER_MS)]
  })
  onScopeDispose(stop)
  return isAwaitingMore
}

function isWorthSearching(text: string): boolean {
  return phoneDigits(text) !== '' || askedWords(text).some((word) => word.length >= WORD_MIN_LENGTH)
}

function toBarContact({ id, companyId, conversationId, name, phone, identities }: FoundContact): BarContact {
  const handles = identities.map(({ handle }) => handle).filter((handle) => handle !== '')
  return { companyId, conversationId, contactId: id, name, phone, handles }
}
