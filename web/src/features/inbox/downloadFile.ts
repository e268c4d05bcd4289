import { acquireFileUrl, releaseFileUrl } from '#web/firebase/fileUrls.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'

/** Saves a stored file under its own name. */
export async function downloadFile(path: string, name: string): Promise<void> {
  const url = await acquireFileUrl(path)
  const link = document.createElement('a')
  link.href = url
  link.download = name || 'file'
  link.click()
  // The browser reads the address after this function has returned.
  setTimeout(releaseFileUrl, MINUTE_MS, path)
}
