import { contactTokens } from '#shared/domain/searchTokens.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { copyToConversations } from './copyToConversations.ts'
import { meetContact } from './meetContact.ts'
import type { ContactPlace } from './meetContact.ts'

/** Another name for a contact: in his rows, in what he is found by, and told of where it was done. */
export function renameContact(
  { name, ...place }: ContactPlace & { readonly name: string },
  caller: CallingMember,
): Promise<null> {
  const { companyId, contactId } = place
  return contendedTransaction(async (unit) => {
    const { contact, conversationIds } = await meetContact(unit, place, caller)
    if (contact.name === name) return null
    const by = { by: caller.uid, byName: caller.member?.name ?? '' }
    const searchTokens = contactTokens({ ...contact, name })
    unit.update(['contacts', { companyId, contactId }], { name, searchTokens })
    const event = { kind: 'renamed' as const, from: contact.name, to: name, ...by }
    copyToConversations(unit, place, conversationIds, { contactName: name }, event)
    return null
  })
}
