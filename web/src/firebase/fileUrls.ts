import type { CompanyId } from '#shared/domain/ids.ts'
import { inertBlob } from './inertBlob.ts'

/** How many unused files are kept for coming back to a conversation. */
const KEPT = 40

export interface LocalFile {
  readonly url: string
  readonly blob: Blob
}

interface Held {
  readonly file: Promise<LocalFile>
  users: number
}

const held = new Map<string, Held>()

async function fetched(path: string): Promise<LocalFile> {
  const { fetchFile } = await import('./attachments.ts')
  return localFile(await fetchFile(path))
}

function localFile(given: Blob): LocalFile {
  const blob = inertBlob(given)
  return { url: URL.createObjectURL(blob), blob }
}

function hold(path: string, file: Promise<LocalFile>): Held {
  const entry = { file, users: 0 }
  held.set(path, entry)
  file.catch(() => held.delete(path))
  return entry
}

/** A stored file and its local address, valid until it is released as often as it was asked for. */
export function acquireFile(path: string): Promise<LocalFile> {
  const entry = held.get(path) ?? hold(path, fetched(path))
  entry.users++
  return entry.file
}

export async function acquireFileUrl(path: string): Promise<string> {
  return (await acquireFile(path)).url
}

export function releaseFileUrl(path: string): void {
  const entry = held.get(path)
  if (!entry) return
  entry.users--
  dropUnused()
}

/** A file picked here need not be fetched back. */
export function keepLocalFile(path: string, blob: Blob): void {
  if (!held.has(path)) hold(path, Promise.resolve(localFile(blob)))
  dropUnused()
}

function dropUnused(): void {
  const unused = [...held].filter(([, { users }]) => users <= 0)
  for (const [path, { file }] of unused.slice(0, Math.max(0, unused.length - KEPT))) {
    held.delete(path)
    void file.then(({ url }) => {
      URL.revokeObjectURL(url)
    })
  }
}

/** At sign-out all, after a removal those of the company: nobody else at this machine shall find them. */
export function forgetFileUrls(companyId?: CompanyId): void {
  for (const [path, { file }] of [...held]) {
    if (companyId && !path.startsWith(`companies/${companyId}/`)) continue
    void file.then(({ url }) => URL.revokeObjectURL(url)).catch(() => undefined)
    held.delete(path)
  }
}
