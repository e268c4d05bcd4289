import { createHash, randomBytes } from 'node:crypto'
import type { FileKind } from './content.ts'
import { imageFormat } from './imageFormat.ts'

export interface StoredFile {
  /** Means something to one bot only. */
  readonly fileId: string
  /** The same for the same bytes, whoever asks. */
  readonly uniqueId: string
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly width: number
  readonly height: number
  /** Where the bytes are downloaded from, below `/file/bot<token>/`. */
  readonly path: string
  /** A file that only claims its size has none until they are asked for. */
  readonly bytes: Uint8Array | undefined
}

export interface NewFile {
  readonly kind: FileKind | 'sticker'
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array | undefined
  readonly size: number
}

const MAX_STORED_BYTES = 256 * 1024 * 1024
const MAX_OPEN_PATHS = 1_000
const PATH_LIVES_MS = 3_600_000

const FOLDERS = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  video: 'videos',
  audio: 'music',
  video_note: 'video_notes',
  animation: 'animations',
  sticker: 'stickers',
} as const

/** The files one bot knows; the oldest make room. */
export class FileStore {
  private readonly files = new Map<string, StoredFile>()
  private readonly opened = new Map<string, number>()
  private storedBytes = 0
  private nextNumber = 0

  add({ kind, name, contentType, bytes, size }: NewFile): StoredFile {
    const image = bytes && imageFormat(bytes)
    const extension =
      image?.extension ?? (/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].slice(1) ?? 'bin').toLowerCase()
    const file: StoredFile = {
      fileId: `AgAC${randomBytes(27).toString('base64url')}`,
      uniqueId: createHash('sha256')
        .update(bytes ?? `${name} ${size}`)
        .digest('base64url')
        .slice(0, 15),
      name,
      contentType,
      size,
      width: image?.width ?? 640,
      height: image?.height ?? 480,
      path: `${FOLDERS[kind]}/file_${this.nextNumber++}.${extension}`,
      bytes,
    }
    this.keep(file)
    return file
  }

  /** Oldest first. */
  get all(): StoredFile[] {
    return [...this.files.values()]
  }

  /** Takes in a file from before; those added later are numbered on from it. */
  restore(file: StoredFile): void {
    const number = Number(/file_(\d+)\./.exec(file.path)?.[1] ?? 0)
    this.nextNumber = Math.max(this.nextNumber, number + 1)
    this.keep(file)
  }

  get(fileId: string): StoredFile | undefined {
    return this.files.get(fileId)
  }

  /** A path leads to its file for an hour after it was asked for. */
  openPath(fileId: string, now: number): void {
    this.opened.delete(fileId)
    this.opened.set(fileId, now)
    const [oldest] = this.opened.keys()
    if (this.opened.size > MAX_OPEN_PATHS && oldest !== undefined) this.opened.delete(oldest)
  }

  atOpenPath(path: string, now: number): StoredFile | undefined {
    for (const [fileId, openedAt] of this.opened) {
      const file = this.files.get(fileId)
      if (file?.path === path) return now - openedAt <= PATH_LIVES_MS ? file : undefined
    }
    return undefined
  }

  clear(): void {
    this.files.clear()
    this.opened.clear()
    this.storedBytes = 0
  }

  private keep(file: StoredFile): void {
    this.files.set(file.fileId, file)
    this.storedBytes += file.bytes?.byteLength ?? 0
    for (const [fileId, { bytes }] of this.files) {
      if (this.storedBytes <= MAX_STORED_BYTES) return
      this.files.delete(fileId)
      this.storedBytes -= bytes?.byteLength ?? 0
    }
  }
}
