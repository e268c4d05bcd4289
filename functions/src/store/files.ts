import { getApps, initializeApp } from 'firebase-admin/app'
import { getStorage } from 'firebase-admin/storage'

function bucket() {
  if (getApps().length === 0) initializeApp()
  return getStorage().bucket()
}

export async function readFile(path: string): Promise<Uint8Array> {
  const [bytes] = await bucket().file(path).download()
  return bytes
}

/** Writes a file nobody can run on our origin: it is always handed out as a download. */
export async function writeFile(path: string, bytes: Uint8Array, contentType: string): Promise<void> {
  await bucket()
    .file(path)
    .save(Buffer.from(bytes), { contentType, resumable: false, metadata: { contentDisposition: 'attachment' } })
}

export function fileStream(path: string): NodeJS.ReadableStream {
  return bucket().file(path).createReadStream()
}
