import { SECOND_MS } from '#shared/domain/time.ts'

/** A browser may let IndexedDB hang, and a lost connection Firestore: nobody waits for either any longer. */
const PATIENCE_MS = 2 * SECOND_MS

/** Whether it succeeds, fails or hangs, it goes on after a while. */
export async function inPatience(doing: Promise<unknown>): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([doing.catch(() => undefined), patience])
}
