import { createHash } from 'node:crypto'
import type { UserId } from '#shared/domain/ids.ts'
import type { Device, User } from '#shared/domain/user.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** Under which a browser is kept: the id itself stays its secret, as the person's other browsers may read this. */
export function deviceKeyOf(deviceId: string): string {
  return createHash('sha256').update(deviceId).digest('hex').slice(0, 32)
}

export interface Recognised {
  /** Whose number it is; undefined for a stranger's. */
  readonly userId: UserId | undefined
  readonly user: User | undefined
  /** His device, where he has signed in with it before, and not ended all sign-ins since. */
  readonly device: Device | undefined
}

/** Read in place of who is not there, so that nobody's number takes as long as somebody's. */
const NOBODY = 'nobody'

/** Whose phone and whose browser. It costs the same reads whatever it finds. */
export async function recogniseDevice(
  unit: StoreTransaction,
  phone: string,
  deviceKey: string,
): Promise<Recognised> {
  const known = await unit.get('userPhones', { phoneDigits: phone.slice(1) })
  const userId = known?.userId ?? NOBODY
  const deviceId = deviceKey || NOBODY
  const [user, device] = await unit.getAll(['users', { userId }], ['devices', { userId, deviceId }])
  // Listed still, so that he does not seem absent; signed out, it is a stranger's like any other.
  const isHeld = user && device && device.signedInAt >= user.sessionsValidAfterAt
  return { userId: user && known?.userId, user, device: isHeld ? device : undefined }
}
