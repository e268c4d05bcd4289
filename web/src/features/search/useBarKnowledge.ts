import { computed, ref, shallowRef } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { phoneDigits } from '#shared/domain/searchTokens.ts'
import { sightsOf } from '#shared/domain/sight.ts'
import type { OwnCompany } from '#web/firebase/companies.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { Command } from '#web/stores/commands.ts'
import { gatherCommands } from '#web/stores/commands.ts'
import { conversationsAtHand } from '#web/stores/conversationsAtHand.ts'
import { recentConversations } from '#web/stores/recentConversations.ts'
import type { RecentConversation } from '#web/stores/recentConversations.ts'
import { useCompanies } from '#web/stores/useCompanies.ts'
import { useSession } from '#web/stores/useSession.ts'
import { formatPhone } from '#web/ui/phone.ts'
import { readTyped } from './barGroups.ts'
import type { BarContact, BarKnowledge } from './barGroups.ts'
import { t } from './messages.ts'
import { useSearch } from './useSearch.ts'
import type { Search, SearchScope } from './useSearch.ts'

/** The command that begins a message, to a phone where one is given. */
const NEW_MESSAGE = 'newMessage'

interface Known {
  readonly knowledge: ComputedRef<BarKnowledge>
  readonly search: Search
  /** Looks anew at what the page has and can do. */
  refresh(): Promise<void>
}

/** What the bar has to show: of the page at once, of the server as it answers. `current`: null in «Все компании». */
export function useBarKnowledge(typed: Readonly<Ref<string>>, current: CompanyId | null): Known {
  const store = useCompanies()
  const session = useSession()
  const commands = shallowRef<readonly Command[]>([])
  const atHand = shallowRef<readonly BarContact[]>([])
  const recent = shallowRef<readonly BarContact[]>([])
  const isReady = ref(false)
  const text = computed(() => {
    const { text: sought, isActionsOnly } = readTyped(typed.value)
    return isActionsOnly || !isReady.value ? '' : sought
  })
  const scope = computed(() => scopeOf(store.companies, current, session.userId ?? ''))
  const search = useSearch(text, scope)

  async function refresh(): Promise<void> {
    isReady.value = true
    atHand.value = conversationsAtHand().map(toBarContact)
    recent.value = recentConversations(session.user?.companyIds ?? []).map(fromRecent)
    // The companies are commands, too, once they are known.
    await Promise.all([offer(), store.load().then(offer)])
  }

  function offer(): Promise<void> {
    return gatherCommands((now) => (commands.value = now))
  }

  const knowledge = computed<BarKnowledge>(() => ({
    atHand: atHand.value,
    recent: recent.value,
    contacts: search.contacts.value,
    messages: search.messages.value,
    commands: commands.value,
    writeTo: writingTo(text.value, commands.value),
  }))
  return { knowledge, search, refresh }
}

/** Contacts are looked for in all his companies, this one first; messages in the one he is in. */
function scopeOf(companies: readonly OwnCompany[], current: CompanyId | null, userId: string): SearchScope {
  const shown = companies
    .filter(({ id, hidden }) => !hidden || id === current)
    .sort((a, b) => Number(b.id === current) - Number(a.id === current))
  return {
    sources: shown.flatMap(({ id, ...member }) =>
      sightsOf(member, userId).map((sight) => ({ companyId: id, sight })),
    ),
    companyIds: current ? [current] : shown.map(({ id }) => id),
  }
}

/** Whoever typed a phone may want to write to it. */
function writingTo(text: string, commands: readonly Command[]): Command | null {
  const digits = phoneDigits(text)
  const begin = commands.find(({ id }) => id === NEW_MESSAGE)
  if (!digits || !begin) return null
  const phone = `+${digits}`
  return {
    ...begin,
    id: 'writeTo',
    name: t('writeTo', { phone: formatPhone(phone) }),
    run: () => {
      begin.run(phone)
    },
  }
}

function toBarContact({ companyId, id, contactId, contactName, contactPhone }: ConversationRow): BarContact {
  return {
    companyId,
    conversationId: id,
    contactId,
    name: contactName,
    phone: contactPhone,
    handles: [],
  }
}

function fromRecent({ companyId, conversationId, contactId, name }: RecentConversation): BarContact {
  return { companyId, conversationId, contactId, name, phone: '', handles: [] }
}
