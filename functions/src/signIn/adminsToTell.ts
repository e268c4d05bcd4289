import type { UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { find, get } from '#functions/store/store.ts'

const MOST_PER_COMPANY = 50

/** The other admins of a person's companies who have a confirmed address, each once. */
export async function adminsToTell(
  userId: UserId,
  { companyIds }: Pick<User, 'companyIds'>,
): Promise<User[]> {
  const found = await Promise.all(
    companyIds.map((companyId) =>
      find('membersInRole', { equals: ['admin'] }, MOST_PER_COMPANY, { companyId }),
    ),
  )
  const others = new Set(found.flat().map(({ id }) => id))
  others.delete(userId)
  const users = await Promise.all([...others].map((id) => get('users', { userId: id })))
  return users.filter((user) => user !== undefined).filter(({ email }) => email !== '')
}
