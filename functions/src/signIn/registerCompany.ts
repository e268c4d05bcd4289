import type * as z from 'zod/mini'
import type { registerCompanyContract } from '#shared/api/signIn.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { User } from '#shared/domain/user.ts'
import { sendEmailConfirmation } from '#functions/account/sendEmailConfirmation.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { added } from '#functions/store/firestore.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { readCounters } from './countAttempt.ts'
import { freePublicId, publicIdKeyOf } from './freePublicId.ts'
import { readReferrer } from './readReferrer.ts'

export type NewCompany = z.infer<typeof registerCompanyContract.request>

const PER_PERSON = { name: 'companies per person', max: 10, windowMs: DAY_MS }

/** Makes a company; who asked for it becomes its admin. A letter asks him to confirm his address. */
export async function registerCompany(
  userId: UserId,
  request: NewCompany,
  address: string,
  now = Date.now(),
): Promise<{ companyId: CompanyId }> {
  const companyId = companyIdSchema.parse(randomId())
  await contendedTransaction(async (unit) => {
    const user = await unit.get('users', { userId })
    if (!user) throw new DomainError('notFound')
    const { reached, count } = await readCounters(unit, [{ limit: PER_PERSON, who: userId }], now)
    if (reached) throw new DomainError('tooManyAttempts', { minutes: reached.minutes })
    const publicId = await freePublicId(unit, 'company', `companies/${companyId}`)
    const noteReferral = await readReferrer(unit, userId, user, request.referralCode)
    const name = user.name || request.personName
    count()
    makeCompany(unit, { companyId, userId, name, publicId, request, user, now })
    noteReferral?.(name, now)
    const { email } = request
    if (email && email !== user.email && email !== user.pendingEmail) {
      sendEmailConfirmation(unit, userId, { email, locale: user.locale }, now)
    }
    const deed = {
      kind: 'companyCreated',
      by: userId,
      byName: name,
      subject: request.companyName,
      address,
    } as const
    writeAudit(unit, companyId, deed, now)
  })
  return { companyId }
}

interface Founding {
  readonly companyId: CompanyId
  readonly userId: UserId
  readonly name: string
  readonly publicId: number
  readonly request: NewCompany
  readonly user: User
  readonly now: number
}

function makeCompany(unit: StoreTransaction, founding: Founding): void {
  const { companyId, userId, name, publicId, request, user, now } = founding
  const path = `companies/${companyId}`
  unit.create(['publicIds', { publicIdKey: publicIdKeyOf('company', publicId) }], { path })
  unit.create(['companies', { companyId }], {
    name: request.companyName,
    phone: '',
    description: '',
    ...(isTimeZone(request.timeZone) && { timeZone: request.timeZone }),
    publicId,
    createdAt: now,
  })
  const { about, avatar, sessionsValidAfterAt } = user
  const copies = { name, about, avatar, sessionsValidAfterAt }
  unit.create(['members', { companyId, userId }], { role: 'admin', ...copies, createdAt: now })
  unit.update(['users', { userId }], { name, companyIds: added(companyId) })
}

/** The browser's word for it; what no clock knows is left to the default. */
function isTimeZone(name: string | undefined): name is string {
  if (!name) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
