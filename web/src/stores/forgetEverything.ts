import type { UserId } from '#shared/domain/ids.ts'
import { forgetTraces } from './forgetTraces.ts'
import { inPatience } from './inPatience.ts'

/** The one way out: all a person noted down here and did not send leaves the browser with him. */
export async function forgetEverything(userId: UserId | null): Promise<void> {
  forgetTraces()
  if (!userId) return
  const { forgetStored } = await import('#web/firebase/outgoingStore.ts')
  await inPatience(forgetStored(userId))
}
