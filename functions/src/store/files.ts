import { once } from 'node:events'
import { getStorage } from 'firebase-admin/storage'
import { app } from '#functions/platform/app.ts'

function bucket() {
  return getStorage(app()).bucket()
}

export async function readFile(path: string): Promise<Uint8Array> {
  const [bytes] = await bucket().file(path).download()
  return bytes
}

/** Writes a file nobody can run on our origin: it is always handed out as a download. */
export async function writeFile(path: string, bytes: Uint8Array, contentType: string): Promise<void> {
  await bucket()
    .file(path)
    .save(Buffer.from(bytes), {
      contentType,
      resumable: false,
      metadata: { contentDisposition: 'attachment' },
    })
}

/** Settles once there is something to read; undefined where there is no such file. */
export async function fileStream(path: string): Promise<NodeJS.ReadableStream | undefined> {
  const stream = bucket().file(path).createReadStream()
  try {
    await once(stream, 'readable')
    return stream
  } catch (error) {
    if (isMissingFile(error)) return undefined
    throw error
  }
}

/** Doing it again is harmless. */
export async function deleteFile(path: string): Promise<void> {
  await bucket().file(path).delete({ ignoreNotFound: true })
}

export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 404
}
