import { getBlob, getMetadata, ref, uploadBytes } from 'firebase/storage'
import { attachmentPath } from './outgoing.ts'
import type { OutgoingFile, OutgoingMessage } from './outgoing.ts'
import { storage } from './storage.ts'

type UploadedFile = Pick<OutgoingFile, 'blob' | 'contentType'>

/** Uploads what a message carries, one file after the other. */
export async function uploadFiles(message: OutgoingMessage): Promise<void> {
  for (const file of message.files) await upload(attachmentPath(message, file), file)
}

/** Puts one file where it belongs, once. */
export async function upload(path: string, file: UploadedFile): Promise<void> {
  try {
    await uploadBytes(ref(storage, path), file.blob, { contentType: file.contentType })
  } catch (error) {
    // The rules forbid writing a file twice: an earlier page may have got it through.
    if (!(await isUploaded(path, file))) throw error
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
