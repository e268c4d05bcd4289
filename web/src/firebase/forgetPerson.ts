import { terminate } from 'firebase/firestore'
import type { UserId } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { forgetFileUrls } from './fileUrls.ts'
import { firestore } from './firestore.ts'
import { forgetStored } from './outgoingStore.ts'

/** A browser may let IndexedDB hang, and a lost connection Firestore: signing out waits for neither. */
const PATIENCE_MS = 2 * SECOND_MS

/** Before a sign-out: what the person read or wrote here leaves memory and disk. The page is of no use afterwards. */
export async function forgetPerson(userId: UserId): Promise<void> {
  forgetFileUrls()
  const forgotten = Promise.allSettled([forgetStored(userId), terminate(firestore)])
  await Promise.race([forgotten, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}
