import type { UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import type { Place, StoreTransaction } from '#functions/store/store.ts'

/**
 * Where copies of a person's name and picture lie: his member documents that are there. Joining and leaving
 * write his user document too, so this transaction and theirs come one after the other.
 */
export async function membershipsOf(
  unit: StoreTransaction,
  userId: UserId,
  { companyIds }: Pick<User, 'companyIds'>,
): Promise<Place<'members'>[]> {
  const places = companyIds.map((companyId) => ['members', { companyId, userId }] as const)
  if (places.length === 0) return []
  const members = await unit.getAll(...places)
  return places.filter((_, at) => members[at])
}
