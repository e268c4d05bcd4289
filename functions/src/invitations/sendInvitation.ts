import { randomBytes } from 'node:crypto'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { Invitation } from '#shared/domain/invitation.ts'
import type { Role } from '#shared/domain/member.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { Locale } from '#shared/domain/user.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { memberInvitation } from '#functions/mail/letters/memberInvitation.ts'
import { queueMail } from '#functions/mail/queueMail.ts'
import { hashToken } from '#functions/platform/hashToken.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { invitationIdOf } from './invitationIdOf.ts'

const LIFE_MS = 7 * DAY_MS
const TOKEN_BYTES = 32

/** A company an address is asked into; `known` is the invitation it has there already. */
export interface InvitingCompany {
  readonly companyId: CompanyId
  readonly name: string
  readonly known: Invitation | undefined
}

export interface NewInvitation {
  readonly email: string
  readonly role: Role
  readonly locale: Locale
  readonly companies: readonly InvitingCompany[]
}

/**
 * Within a transaction, after its reads: one letter with one link for all companies. A link and its invitations
 * bear the same `expiresAt`, so an earlier link opens nothing in these companies any more.
 */
export function sendInvitation(
  unit: StoreTransaction,
  { email, role, locale, companies }: NewInvitation,
  actor: Actor,
  now: number,
): void {
  const invitationId = invitationIdOf(email)
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const companyIds = companies.map(({ companyId }) => companyId)
  const companyNames = companies.map(({ name }) => name)
  const expiresAt = newExpiry(companies, now)
  const inviting = { invitedBy: actor.by, invitedByName: actor.byName, sentAt: now, expiresAt }
  for (const { companyId, known } of companies) {
    const place = ['invitations', { companyId, invitationId }] as const
    unit.set(place, { email, role, state: 'sent', companyIds, companyNames, ...inviting })
    const kind = known?.state === 'sent' ? 'invitationResent' : 'memberInvited'
    writeAudit(unit, companyId, { kind, ...actor, subject: email, details: { role } }, now)
  }
  const tokenPlace = ['invitationTokens', { tokenHash: hashToken(token) }] as const
  unit.create(tokenPlace, { invitationId, companyIds, email, expiresAt })
  const letter = { to: email, companyNames, role, invitedByName: actor.byName, token }
  queueMail(unit, memberInvitation(letter, locale), now, { kind: 'invitation', companyIds, invitationId })
}

/** Another moment than any earlier link's. */
function newExpiry(companies: readonly InvitingCompany[], now: number): number {
  return Math.max(now + LIFE_MS, ...companies.map(({ known }) => (known?.expiresAt ?? 0) + 1))
}
