import type * as z from 'zod/mini'
import type { registerCompanyContract } from '#shared/api/signIn.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { isTimeZone } from '#shared/domain/timeZone.ts'
import type { User } from '#shared/domain/user.ts'
import { readConfirmationCounters, sendEmailConfirmation } from '#functions/account/sendEmailConfirmation.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { hashId } from '#functions/platform/hashId.ts'
import { added } from '#functions/store/firestore.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { readCounters } from './countAttempt.ts'
import { freePublicId, publicIdKeyOf } from './freePublicId.ts'
import { readReferrer } from './readReferrer.ts'

export type NewCompany = z.infer<typeof registerCompanyContract.request>

const PER_PERSON = { name: 'companies per person', max: 10, windowMs: DAY_MS }

/**
 * Makes a company; who asked for it becomes its admin. A letter asks him to confirm his address. Asked again by
 * the same key, after an answer was lost, it is the same company, and nothing is written or counted.
 */
export async function registerCompany(
  userId: UserId,
  request: NewCompany,
  address: string,
  now = Date.now(),
): Promise<{ companyId: CompanyId }> {
  const companyId = companyIdSchema.parse(hashId('company', userId, request.requestKey))
  await contendedTransaction(async (unit) => {
    const [user, known] = await unit.getAll(['users', { userId }], ['companies', { companyId }])
    if (!user) throw new DomainError('notFound')
    if (known) return
    await found(unit, { companyId, userId, request, user, address, now })
  })
  return { companyId }
}

interface Founding {
  readonly companyId: CompanyId
  readonly userId: UserId
  readonly request: NewCompany
  readonly user: User
  readonly address: string
  readonly now: number
}

async function found(unit: StoreTransaction, founding: Founding): Promise<void> {
  const { companyId, userId, request, user, address, now } = founding
  const { reached, count } = await readCounters(unit, [{ limit: PER_PERSON, who: userId }], now)
  if (reached) throw new DomainError('tooManyAttempts', { minutes: reached.minutes })
  const publicId = await freePublicId(unit, 'company', `companies/${companyId}`)
  const noteReferral = await readReferrer(unit, userId, user, request.referralCode)
  const askForEmail = await readEmailLetter(unit, founding)
  const name = user.name || request.personName
  count()
  makeCompany(unit, founding, name, publicId)
  noteReferral?.(name, now)
  askForEmail()
  const deed = { kind: 'companyCreated', by: userId, byName: name, subject: request.companyName } as const
  writeAudit(unit, companyId, { ...deed, address }, now)
}

/**
 * Gives what asks him to confirm the address he has named. Where no more letters may go, there will still be a
 * company, and the address waits for one he asks for later.
 */
async function readEmailLetter(
  unit: StoreTransaction,
  { userId, user, request: { email }, now }: Founding,
): Promise<() => void> {
  if (!email || email === user.email || email === user.pendingEmail) return () => undefined
  const { reached, count } = await readConfirmationCounters(unit, userId, email, now)
  return () => {
    if (reached) {
      unit.update(['users', { userId }], { pendingEmail: email, pendingEmailUndelivered: true })
      return
    }
    count()
    sendEmailConfirmation(unit, userId, { email, locale: user.locale }, now)
  }
}

function makeCompany(unit: StoreTransaction, founding: Founding, name: string, publicId: number): void {
  const { companyId, userId, request, user, now } = founding
  const { companyName, phone = '', description = '', timeZone = '' } = request
  const path = `companies/${companyId}`
  unit.create(['publicIds', { publicIdKey: publicIdKeyOf('company', publicId) }], { path })
  unit.create(['companies', { companyId }], {
    name: companyName,
    phone,
    description,
    // The browser's word for it; what no clock knows is left to the default.
    ...(isTimeZone(timeZone) && { timeZone }),
    publicId,
    createdAt: now,
  })
  const { about, avatar, sessionsValidAfterAt } = user
  const copies = { name, about, avatar, sessionsValidAfterAt }
  unit.create(['members', { companyId, userId }], { role: 'admin', ...copies, createdAt: now })
  unit.update(['users', { userId }], { name, companyIds: added(companyId) })
}
