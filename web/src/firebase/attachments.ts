import { getBlob, getMetadata, ref, uploadBytesResumable } from 'firebase/storage'
import { attachmentPath } from './outgoing.ts'
import type { OutgoingFile, OutgoingMessage } from './outgoing.ts'
import { storage } from './storage.ts'
import { watchUpload } from './uploads.ts'
import type { UploadWatch } from './uploads.ts'

const ALMOST = 0.99

type UploadedFile = Pick<OutgoingFile, 'blob' | 'contentType'>

/** Uploads what a message carries, one file after the other. */
export async function uploadFiles(message: OutgoingMessage): Promise<void> {
  for (const file of message.files) {
    const path = attachmentPath(message, file)
    await upload(path, file, watchUpload(path))
  }
}

/** Puts one file where it belongs, once. */
export async function upload(path: string, file: UploadedFile, watch?: UploadWatch): Promise<void> {
  try {
    await put(path, file, watch)
  } catch (error) {
    // The rules forbid writing a file twice: an earlier page may have got it through.
    if (!(await isUploaded(path, file))) throw error
  }
  watch?.onShare(1)
}

/** All of it counts as there only once the server has said so. */
async function put(path: string, file: UploadedFile, watch?: UploadWatch): Promise<void> {
  const task = uploadBytesResumable(ref(storage, path), file.blob, { contentType: file.contentType })
  const stop = () => task.cancel()
  watch?.signal.addEventListener('abort', stop)
  const unwatch = task.on('state_changed', ({ bytesTransferred, totalBytes }) => {
    watch?.onShare(Math.min(bytesTransferred / totalBytes, ALMOST))
  })
  try {
    await task
  } finally {
    unwatch()
    watch?.signal.removeEventListener('abort', stop)
  }
}

async function isUploaded(path: string, file: UploadedFile): Promise<boolean> {
  try {
    return (await getMetadata(ref(storage, path))).size === file.blob.size
  } catch {
    return false
  }
}

/** The file's bytes, under the rules: no address that would work without them is ever made. */
export function fetchFile(path: string): Promise<Blob> {
  return getBlob(ref(storage, path))
}
