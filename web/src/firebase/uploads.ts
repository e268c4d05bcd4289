import { shallowReactive } from 'vue'

/** Whoever looks on while a file is uploaded, and may stop it. */
export interface UploadWatch {
  onShare(share: number): void
  readonly signal: AbortSignal
}

/** How much of each file is there, from 0 to 1, by its path. */
const shares = shallowReactive(new Map<string, number>())
const stops = new Map<string, AbortController>()

/** So many that are over are remembered: whoever shows them may not have heard yet. */
const OVER_KEPT = 50

export function watchUpload(path: string): UploadWatch {
  const stop = new AbortController()
  stops.set(path, stop)
  return {
    onShare(share) {
      shares.set(path, share)
      if (share === 1) end(path)
    },
    signal: stop.signal,
  }
}

function end(path: string): void {
  stops.delete(path)
  const over = [...shares].filter(([, share]) => share === 1)
  for (const [older] of over.slice(0, Math.max(0, over.length - OVER_KEPT))) shares.delete(older)
}

export function stopUpload(path: string): void {
  stops.get(path)?.abort()
  stops.delete(path)
  shares.delete(path)
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
