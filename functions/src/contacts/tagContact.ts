import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { COMPANY_TAGS_MAX_COUNT } from '#shared/domain/tag.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { count } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { copyToConversations } from './copyToConversations.ts'
import { meetContact } from './meetContact.ts'
import type { ContactPlace } from './meetContact.ts'
import { tagIdOf } from './tagIdOf.ts'

/** Gives a contact these tags and no others; the company comes to know those it has not had. */
export function tagContact(
  { tags, ...place }: ContactPlace & { readonly tags: readonly string[] },
  caller: CallingMember,
  now = Date.now(),
): Promise<null> {
  const { companyId, contactId } = place
  return contendedTransaction(async (unit) => {
    const { contact, conversationIds } = await meetContact(unit, place, caller)
    const { names, fresh } = await meetTags(unit, companyId, tags)
    const [from, to] = [contact.tags.join(', '), names.join(', ')]
    if (from === to) return null
    await demandRoom(companyId, fresh.length)
    unit.update(['contacts', { companyId, contactId }], { tags: names })
    for (const { tagId, name } of fresh) unit.create(['tags', { companyId, tagId }], { name, createdAt: now })
    const event = { kind: 'tagged' as const, from, to, by: caller.uid, byName: caller.member?.name ?? '' }
    copyToConversations(unit, place, conversationIds, { tags: names }, event)
    return null
  })
}

/** Of one name there is one tag, whatever its letters' size: the spelling known first stays. */
async function meetTags(unit: StoreTransaction, companyId: CompanyId, tags: readonly string[]) {
  const wanted = [...new Map(tags.map((name) => [tagIdOf(name), name]))]
  if (wanted.length === 0) return { names: [], fresh: [] }
  const places = wanted.map(([tagId]) => ['tags', { companyId, tagId }] as const)
  const known = await unit.getAll<'tags'[]>(...places)
  return {
    names: wanted.map(([, name], at) => known[at]?.name ?? name),
    fresh: wanted.flatMap(([tagId, name], at) => (known[at] ? [] : [{ tagId, name }])),
  }
}

async function demandRoom(companyId: CompanyId, more: number): Promise<void> {
  if (more === 0) return
  const there = await count('tags', {}, COMPANY_TAGS_MAX_COUNT + 1, { companyId })
  if (there + more > COMPANY_TAGS_MAX_COUNT) {
    throw new DomainError('tooManyTags', { limit: COMPANY_TAGS_MAX_COUNT })
  }
}
