import { setTimeout as wait } from 'node:timers/promises'
import type { UserId } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { User } from '#shared/domain/user.ts'
import { customToken } from '#functions/store/customToken.ts'

export interface SignedIn {
  readonly step: 'signedIn'
  readonly customToken: string
  readonly isRegistered: boolean
}

type Person = Pick<User, 'companyIds' | 'sessionsValidAfterAt'> & { readonly userId: UserId }

/** What a browser signs in with, once such a sign-in holds. */
export async function tokenFor({ userId, companyIds, sessionsValidAfterAt }: Person): Promise<SignedIn> {
  await untilLaterSecond(sessionsValidAfterAt)
  return { step: 'signedIn', customToken: await customToken(userId), isRegistered: companyIds.length > 0 }
}

/** A token's `auth_time` counts whole seconds: one of the very second older sign-ins ended in would be old itself. */
async function untilLaterSecond(moment: number): Promise<void> {
  const left = Math.ceil(moment / SECOND_MS) * SECOND_MS - Date.now()
  if (left > 0) await wait(Math.min(left, SECOND_MS))
}
