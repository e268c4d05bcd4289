import type { UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { get } from '#functions/store/store.ts'

/** The person behind a sign-in; undefined where there is no such account (any more). */
export function readUser(userId: UserId): Promise<User | undefined> {
  return get('users', { userId })
}
