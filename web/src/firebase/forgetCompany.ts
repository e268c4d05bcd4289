import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { forgetFileUrls } from './fileUrls.ts'
import { outgoingItems, removeOutgoing } from './outgoing.ts'
import { forgetStored } from './outgoingStore.ts'

/** After a removal: files and unsent messages of the company leave memory and disk. Its documents went with the listeners. */
export async function forgetCompany(companyId: CompanyId, userId: UserId): Promise<void> {
  forgetFileUrls()
  for (const { message } of outgoingItems.value) {
    if (message.companyId === companyId) removeOutgoing(message.id)
  }
  // A private window may have no IndexedDB: then nothing lies there.
  await forgetStored(userId, (message) => message.companyId === companyId).catch(() => undefined)
  // Loaded only where somebody has reached for them.
  const { forgetTemplates } = await import('./heldTemplates.ts')
  forgetTemplates(companyId)
}
