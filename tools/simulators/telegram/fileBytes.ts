import type { StoredFile } from './FileStore.ts'

/** A file that only claimed a size is made of zeros. */
export function fileBytes({ bytes, size }: StoredFile): Uint8Array {
  return bytes ?? Buffer.alloc(size)
}
