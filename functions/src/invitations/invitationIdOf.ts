import type { InvitationId } from '#shared/domain/ids.ts'
import { invitationIdSchema } from '#shared/domain/ids.ts'
import { hashId } from '#functions/platform/hashId.ts'

/** An address is asked into a company once: asked again, the same invitation is renewed. */
export function invitationIdOf(email: string): InvitationId {
  return invitationIdSchema.parse(hashId('invitation', email.toLowerCase()))
}
