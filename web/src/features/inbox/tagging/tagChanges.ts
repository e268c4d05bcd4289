import { TAGS_MAX_COUNT } from '#shared/domain/tag.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ContactPlace } from '#web/firebase/contactChanges.ts'

type TaggedRow = Pick<ConversationRow, 'companyId' | 'contactId' | 'id' | 'tags'>

/** What marked contacts shall have, and what not, whatever else they have. */
export interface TagChoice {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

export interface TagChange {
  readonly place: ContactPlace
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** One change a contact, however many of his conversations are marked; none where nothing changes. */
export function tagChanges(rows: readonly TaggedRow[], { add, remove }: TagChoice): TagChange[] {
  const contacts = new Map(rows.map((row) => [row.contactId, row]))
  return [...contacts.values()].flatMap(({ companyId, contactId, id, tags }) => {
    const kept = tags.filter((name) => !remove.includes(name))
    const to = [...kept, ...add.filter((name) => !kept.includes(name))]
    const place = { companyId, contactId, conversationId: id }
    return to.join('\n') === tags.join('\n') ? [] : [{ place, from: tags, to }]
  })
}

/** A contact holds no more; whoever would have is left as he is. */
export function hasRoom({ to }: TagChange): boolean {
  return to.length <= TAGS_MAX_COUNT
}

/** How many of the marked contacts have a tag. */
export function shareOf(rows: readonly TaggedRow[], name: string): 'all' | 'some' | 'none' {
  const having = rows.filter(({ tags }) => tags.includes(name)).length
  if (having === 0) return 'none'
  return having === rows.length ? 'all' : 'some'
}
