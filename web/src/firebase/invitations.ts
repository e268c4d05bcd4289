import { limit, query } from 'firebase/firestore'
import { invitationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, InvitationId } from '#shared/domain/ids.ts'
import { invitationSchema } from '#shared/domain/invitation.ts'
import type { Invitation } from '#shared/domain/invitation.ts'
import { followDocuments } from './followDocuments.ts'
import { webQuery } from './webQuery.ts'

export type CompanyInvitation = Invitation & { readonly id: InvitationId }

/** Older ones are history, which the audit tells. */
const SHOWN = 200

/** The newest invitations; admins only. */
export function followInvitations(
  companyId: CompanyId,
  onChanged: (invitations: readonly CompanyInvitation[]) => void,
): () => void {
  return followDocuments({
    query: () => query(webQuery('invitations', { companyId }), limit(SHOWN)),
    schema: invitationSchema,
    idSchema: invitationIdSchema,
    onChanged,
  })
}
