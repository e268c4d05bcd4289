import { firestore } from '#functions/store/firestore.ts'
import { find, get, set } from '#functions/store/store.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import type { User } from '#shared/domain/user.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aUser } from '#tests/builders/aUser.ts'

export const companyOf = (id: string): CompanyId => companyIdSchema.parse(id)
export const person = (id: string): UserId => userIdSchema.parse(id)

/** A company with an admin called Анна. */
export async function foundCompany(companyId: CompanyId, name = 'Тёплый дом'): Promise<void> {
  await set(['companies', { companyId }], aCompany({ name }))
  await addMember(companyId, 'anna', { role: 'admin', name: 'Анна' })
}

/** A person and his membership, each naming the other. */
export async function addMember(
  companyId: CompanyId,
  id: string,
  member: Partial<Member> = {},
  user: Partial<User> = {},
): Promise<void> {
  const userId = person(id)
  const known = await get('users', { userId })
  const companyIds = [...(known?.companyIds ?? []), companyId]
  await set(['users', { userId }], { ...(known ?? aUser({ name: member.name ?? id, ...user })), companyIds })
  await set(['members', { companyId, userId }], aMember({ name: id, ...member }))
}

/** What the audit of a company says, oldest first. */
export async function auditOf(companyId: CompanyId) {
  const found = await find('audit', { range: 0 }, 100, { companyId })
  return found.map(({ data }) => data).reverse()
}

/** Who Анна is when she does something. */
export const BY_ANNA = { by: person('anna'), byName: 'Анна', address: '192.0.2.1' } as const

interface Mail {
  readonly to: string
  readonly subject: string
  readonly token: string
}

/** The letters that wait, oldest first, each with its link's token. */
export async function mails(): Promise<Mail[]> {
  const { docs } = await firestore().collection('mails').orderBy('createdAt').get()
  return docs.map((document) => {
    const { to, subject, text } = document.data() as { to: string; subject: string; text: string }
    return { to, subject, token: /#([\w-]{43})/.exec(text)?.[1] ?? '' }
  })
}
