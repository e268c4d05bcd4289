import type { DocumentOf } from '#shared/firestore/collections.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/**
 * Within a transaction, before its writes: what a given-up letter was needed for says so, unless a later letter
 * has taken its place. A letter's moment is that of its order.
 */
export async function noteUndelivered(
  unit: StoreTransaction,
  { purpose, to, createdAt }: Pick<DocumentOf<'mails'>, 'purpose' | 'to' | 'createdAt'>,
): Promise<void> {
  if (purpose?.kind === 'invitation') {
    const { companyIds, invitationId } = purpose
    const places = companyIds.map((companyId) => ['invitations', { companyId, invitationId }] as const)
    const invitations = await unit.getAll(...places)
    const isOurs = (at: number) => invitations[at]?.state === 'sent' && invitations[at].sentAt === createdAt
    for (const place of places.filter((_, at) => isOurs(at))) unit.update(place, { undelivered: true })
  }
  if (purpose?.kind === 'emailConfirmation') {
    const place = ['users', { userId: purpose.userId }] as const
    const user = await unit.get(...place)
    const isNewest = user?.pendingEmail === to && user.pendingEmailSentAt === createdAt
    if (isNewest) unit.update(place, { pendingEmailUndelivered: true })
  }
}
