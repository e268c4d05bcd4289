import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { ContactId } from '#shared/domain/ids.ts'
import { sightsOf } from '#shared/domain/sight.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { contactsOfPhone } from '#web/firebase/contactsOfPhone.ts'
import { fetchConversations } from '#web/firebase/conversations.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import { untilNothingUrgent } from '#web/firebase/urgent.ts'
import type { InboxContext } from '../inboxContext.ts'

interface Person {
  readonly contactId: ContactId
  /** '' while unknown, or where he has none. */
  readonly phone: string
}

export interface ContactConversations {
  /** Of his, those this member sees; whoever was last active comes first. */
  readonly rows: Readonly<Ref<readonly ConversationRow[]>>
  /** Empty while it is not known how this member sees. */
  readonly sights: ComputedRef<readonly Sight[]>
  read(): Promise<void>
}

const activeAt = (row: ConversationRow) => row.lastMessageAt ?? row.createdAt

/** A contact's conversations, and those of other contacts with his phone: in another channel he is another contact. */
export function useContactConversations(
  { companyId, member, members }: InboxContext,
  person: () => Person,
): ContactConversations {
  const rows = shallowRef<readonly ConversationRow[]>([])
  const sights = computed(() => {
    const own = members.value.get(member.value.id)
    return own ? sightsOf(own, own.id) : []
  })

  async function rowsOf(contactId: ContactId): Promise<readonly ConversationRow[]> {
    const selection = { query: 'conversationsOfContact' as const, equals: [contactId] }
    const pages = await Promise.all(
      sights.value.map((sight) => fetchConversations({ companyId, sight }, selection, null)),
    )
    return pages.flatMap(({ items }) => items)
  }

  async function read() {
    await untilNothingUrgent()
    const { contactId, phone } = person()
    if (sights.value.length === 0) return
    const namesakes = phone ? await contactsOfPhone(companyId, sights.value, phone).catch(() => []) : []
    const ids = new Set([contactId, ...namesakes.map(({ id }) => id)])
    const found = await Promise.all([...ids].map(rowsOf)).catch(() => null)
    if (!found || person().phone !== phone) return
    const distinct = new Map(found.flat().map((row) => [row.id, row]))
    rows.value = [...distinct.values()].sort((a, b) => activeAt(b) - activeAt(a))
  }

  watch([sights, () => person().phone], () => void read(), { immediate: true })
  return { rows, sights, read }
}
