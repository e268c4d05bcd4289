import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { Locale } from '#shared/domain/user.ts'
import { auditInCompanies } from '#functions/account/auditInCompanies.ts'
import { newDevice } from '#functions/mail/letters/newDevice.ts'
import { queueMail } from '#functions/mail/queueMail.ts'
import { publicIdOf, randomId } from '#functions/platform/hashId.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { transaction } from '#functions/store/store.ts'
import { adminsToTell } from './adminsToTell.ts'
import { newAfterAbsence } from './newAfterAbsence.ts'
import { recogniseDevice } from './recogniseDevice.ts'
import type { SignedIn } from './tokenFor.ts'
import { tokenFor } from './tokenFor.ts'

/** Somebody whose code was right, at one of his browsers. */
export interface Entry {
  readonly sessionId: string
  readonly phone: string
  readonly locale: Locale
  readonly deviceKey: string
  readonly deviceLabel: string
  readonly address: string
}

/** Lets a person in; a new number is a new person. Other admins hear of it when he comes from nowhere after a month. */
export async function enter(entry: Entry, now: number): Promise<SignedIn> {
  const { phone, deviceKey, deviceLabel, address } = entry
  const doubtful = await newAfterAbsence(phone, deviceKey, now)
  const admins = doubtful ? await adminsToTell(doubtful.userId, doubtful.user) : []
  const person = await transaction(async (unit) => {
    const { userId, user } = await recogniseDevice(unit, phone, deviceKey)
    if (!userId || !user) return makeUser(unit, entry, now)
    keepDevice(unit, userId, entry, now)
    const kind = doubtful ? 'signedInOnNewDevice' : 'signedIn'
    const deed = { kind, by: userId, byName: user.name, subject: deviceLabel, address } as const
    auditInCompanies(unit, user.companyIds, deed, now)
    for (const { email, locale } of admins) {
      queueMail(unit, newDevice({ to: email, name: user.name, deviceLabel, address }, locale), now)
    }
    return { userId, ...user }
  })
  return tokenFor(person)
}

function makeUser(unit: StoreTransaction, entry: Entry, now: number) {
  const { phone, locale } = entry
  const userId = userIdSchema.parse(randomId())
  const companyIds: CompanyId[] = []
  unit.set(['userPhones', { phoneDigits: phone.slice(1) }], { userId })
  unit.create(['users', { userId }], {
    name: '',
    phone,
    locale,
    companyIds,
    publicId: publicIdOf(`users/${userId}`),
    createdAt: now,
  })
  keepDevice(unit, userId, entry, now)
  return { userId, companyIds, sessionsValidAfterAt: 0 }
}

/** Notes the browser a person has just signed in with. */
export function keepDevice(
  unit: StoreTransaction,
  userId: UserId,
  { deviceKey, deviceLabel, address }: Entry,
  now: number,
): void {
  const device = { label: deviceLabel, address, signedInAt: now, lastUsedAt: now }
  unit.set(['devices', { userId, deviceId: deviceKey }], device)
}
