import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { Role } from '#shared/domain/member.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { Locale } from '#shared/domain/user.ts'
import { emailHash } from '#functions/account/emailHash.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { readMember } from '#functions/members/readMember.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { get } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import type { NamedCompany } from './companiesOfAdmin.ts'
import { companiesOfAdmin } from './companiesOfAdmin.ts'
import { countLetters, letterLimits } from './countLetters.ts'
import { invitationIdOf } from './invitationIdOf.ts'
import { isSentWithin } from './isSentWithin.ts'
import { sendInvitation } from './sendInvitation.ts'

export interface Inviting {
  readonly companyIds: readonly CompanyId[]
  readonly emails: readonly string[]
  readonly role: Role
  readonly locale: Locale
}

/** Who asks, and whether he may in each company. */
export interface Inviter extends Actor {
  readonly by: UserId
}

/** A list that broke off is asked for again: the links it has mailed stay good. */
const SAME_LIST_MS = 5 * MINUTE_MS

/**
 * Asks addresses into companies, one letter each. Whoever is a member of some is asked into the others; when he
 * is one of them all, nobody is asked: `alreadyMember {email}`. Throws `notFound` unless the inviter is an
 * admin of each company, and `tooManyAttempts {minutes, email, sent}`: so many before this address were asked.
 */
export async function inviteMembers(inviting: Inviting, inviter: Inviter, now = Date.now()): Promise<void> {
  const companies = await companiesOfAdmin(inviting.companyIds, inviter.by)
  const emails = [...new Set(inviting.emails)]
  const asked = await Promise.all(
    emails.map(async (email) => ({ email, companies: await withoutThoseOf(email, companies) })),
  )
  const alreadyIn = asked.find((each) => each.companies.length === 0)
  if (alreadyIn) throw new DomainError('alreadyMember', { email: alreadyIn.email })
  // One after another: each counts in the same company.
  for (const [sent, each] of asked.entries()) {
    await inviteAddress({ ...inviting, ...each }, inviter, now).catch((error: unknown) => {
      throw error instanceof DomainError
        ? new DomainError(error.code, { ...error.details, email: each.email, sent })
        : error
    })
  }
}

/** The companies the address's person is not in. */
async function withoutThoseOf(email: string, companies: readonly NamedCompany[]): Promise<NamedCompany[]> {
  const owner = await get('userEmails', { emailHash: emailHash(email) })
  if (!owner) return [...companies]
  const members = await Promise.all(companies.map(({ companyId }) => readMember(companyId, owner.userId)))
  return companies.filter((_, at) => !members[at])
}

interface Address extends Pick<Inviting, 'role' | 'locale'> {
  readonly email: string
  readonly companies: readonly NamedCompany[]
}

function inviteAddress(address: Address, inviter: Inviter, now: number): Promise<void> {
  const { email, role } = address
  const ids = address.companies.map(({ companyId }) => companyId)
  return contendedTransaction(async (unit) => {
    const companies = await withInvitations(unit, address)
    if (
      companies.every(
        ({ known }) => known && isSentWithin(SAME_LIST_MS, known, { role, by: inviter.by }, now),
      )
    )
      return
    const count = await countLetters(unit, letterLimits(ids, email, inviter.by), now)
    count()
    sendInvitation(unit, { ...address, companies }, inviter, now)
  })
}

function withInvitations(unit: StoreTransaction, { email, companies }: Address) {
  const invitationId = invitationIdOf(email)
  return Promise.all(
    companies.map(async (company) => {
      const { companyId } = company
      return { ...company, known: await unit.get('invitations', { companyId, invitationId }) }
    }),
  )
}
