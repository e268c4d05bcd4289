import type { UserId } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { User } from '#shared/domain/user.ts'
import { find, transaction } from '#functions/store/store.ts'
import { recogniseDevice } from './recogniseDevice.ts'

const ABSENCE_MS = 30 * DAY_MS

/**
 * The person, when his phone is shown by a browser that is new to us after a month in which he used none: the
 * number may have gone to somebody else.
 */
export async function newAfterAbsence(
  phone: string,
  deviceKey: string,
  now: number,
): Promise<{ userId: UserId; user: User } | undefined> {
  const { userId, user, device } = await transaction((unit) => recogniseDevice(unit, phone, deviceKey))
  if (!userId || !user || device) return undefined
  const [newest] = await find('newestDevice', {}, 1, { userId })
  const isAbsent = newest !== undefined && newest.data.lastUsedAt < now - ABSENCE_MS
  return isAbsent ? { userId, user } : undefined
}
