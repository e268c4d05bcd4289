import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { forgetFileUrls } from './fileUrls.ts'
import { outgoingMessages } from './outgoing.ts'
import { outgoingNotes } from './outgoingNotes.ts'
import { forgetStored } from './outgoingStore.ts'

/** After a removal: files, unsent messages and notes of the company leave memory and disk. Its documents went with the listeners. */
export async function forgetCompany(companyId: CompanyId, userId: UserId): Promise<void> {
  forgetFileUrls(companyId)
  for (const list of [outgoingMessages, outgoingNotes]) {
    for (const { written } of list.items.value) {
      if (written.companyId === companyId) list.remove(written.id, false)
    }
  }
  // A private window may have no IndexedDB: then nothing lies there.
  await forgetStored(userId, (id) => id === companyId).catch(() => undefined)
  // Loaded only where somebody has reached for them.
  const { forgetTemplates } = await import('./heldTemplates.ts')
  forgetTemplates(companyId)
}
