import { shallowReactive } from 'vue'

/** Whoever looks on while a file is uploaded, and may stop it. */
export interface UploadWatch {
  onShare(share: number): void
  readonly signal: AbortSignal
}

/** How much of each file is there, from 0 to 1, by its path. */
const shares = shallowReactive(new Map<string, number>())
const stops = new Map<string, AbortController>()

export function watchUpload(path: string): UploadWatch {
  const stop = new AbortController()
  stops.set(path, stop)
  return {
    onShare(share) {
      shares.set(path, share)
    },
    signal: stop.signal,
  }
}

export function stopUpload(path: string): void {
  stops.get(path)?.abort()
}

interface Uploaded {
  readonly path?: string | undefined
  readonly size: number
}

/** How much of some files is there, from 0 to 1. */
export function uploadedShare(files: readonly Uploaded[]): number {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const there = files.reduce((sum, file) => sum + file.size * (shares.get(file.path ?? '') ?? 0), 0)
  return size > 0 ? there / size : 1
}
