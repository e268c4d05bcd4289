import type { UserId } from '#shared/domain/ids.ts'
import { forgetEverything } from './forgetEverything.ts'
import { keepPerson, keptPerson } from './keptPerson.ts'

/** Before any page of a person: what another one left in this browser goes; his own is still there. */
export async function admitPerson(userId: UserId): Promise<void> {
  const former = keptPerson()
  if (former !== userId) await forgetEverything(former)
  keepPerson(userId)
}
