import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { invitationIdSchema } from '#shared/domain/ids.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import type { SentInvitation } from './writeRevocation.ts'

/** More than a week of one person's letters (`countLetters`). */
const MOST = 3000

/**
 * Within a transaction, among its reads, before an admin stops being one: what is to be revoked by that. His links open
 * nothing from then on in any case (`followLink`); this is for those who look at the list.
 */
export async function invitationsOpenBy(
  unit: StoreTransaction,
  { companyId, userId }: { readonly companyId: CompanyId; readonly userId: UserId },
  now: number,
): Promise<SentInvitation[]> {
  const sent = await unit.find('invitationsInStateBy', { equals: ['sent', userId] }, MOST, { companyId })
  return sent
    .filter(({ data }) => data.expiresAt > now)
    .map(({ id, data }) => ({
      companyId,
      invitationId: invitationIdSchema.parse(id),
      email: data.email,
    }))
}
