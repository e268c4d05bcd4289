/** How many unused files are kept for coming back to a conversation. */
const KEPT = 40

interface Held {
  readonly url: Promise<string>
  users: number
}

const held = new Map<string, Held>()

async function urlOf(path: string): Promise<string> {
  const { fetchFile } = await import('./attachments.ts')
  return URL.createObjectURL(await fetchFile(path))
}

function hold(path: string, url: Promise<string>): Held {
  const entry = { url, users: 0 }
  held.set(path, entry)
  url.catch(() => held.delete(path))
  return entry
}

/** A local address of a stored file, valid until it is released as often as it was asked for. */
export function acquireFileUrl(path: string): Promise<string> {
  const entry = held.get(path) ?? hold(path, urlOf(path))
  entry.users++
  return entry.url
}

export function releaseFileUrl(path: string): void {
  const entry = held.get(path)
  if (!entry) return
  entry.users--
  dropUnused()
}

/** A file picked here need not be fetched back. */
export function keepLocalFile(path: string, blob: Blob): void {
  if (!held.has(path)) hold(path, Promise.resolve(URL.createObjectURL(blob)))
  dropUnused()
}

function dropUnused(): void {
  const unused = [...held].filter(([, { users }]) => users <= 0)
  for (const [path, { url }] of unused.slice(0, Math.max(0, unused.length - KEPT))) {
    held.delete(path)
    void url.then((address) => {
      URL.revokeObjectURL(address)
    })
  }
}

/** At sign-out: nobody else at this machine shall find them. */
export function forgetFileUrls(): void {
  for (const [, { url }] of held)
    void url.then((address) => URL.revokeObjectURL(address)).catch(() => undefined)
  held.clear()
}
