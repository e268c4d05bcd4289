import { DomainError } from '#shared/domain/DomainError.ts'

const refusals = [
  'notFound',
  'invitationUsed',
  'invitationRevoked',
  'invitationExpired',
  'alreadyMember',
] as const
export type InvitationRefusal = (typeof refusals)[number]

/** Why a link leads nowhere; null when it was not the link's fault. */
export function invitationRefusal(error: unknown): InvitationRefusal | null {
  if (!(error instanceof DomainError)) return null
  return refusals.find((code) => code === error.code) ?? null
}
