import { onScopeDispose, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { acquireFile, releaseFileUrl } from '#web/firebase/fileUrls.ts'
import { useRetry } from './useRetry.ts'

export type FileUrl =
  | { readonly status: 'waiting' | 'loading' | 'failed' }
  | { readonly status: 'ready'; readonly url: string; readonly blob: Blob }

interface FileUse {
  readonly file: Readonly<ShallowRef<FileUrl>>
  retry(): void
}

/** A local address of a stored file, from when it is wanted until the component goes; what failed comes by itself later. */
export function useFileUrl(path: () => string | undefined, isWanted: () => boolean): FileUse {
  const file = shallowRef<FileUrl>({ status: 'waiting' })
  let acquired: string | undefined

  function release() {
    if (acquired !== undefined) releaseFileUrl(acquired)
    acquired = undefined
  }

  async function load(from: string) {
    release()
    acquired = from
    try {
      const { url, blob } = await acquireFile(from)
      if (acquired === from) file.value = { status: 'ready', url, blob }
    } catch {
      if (acquired !== from) return
      acquired = undefined
      file.value = { status: 'failed' }
    }
  }

  async function loadAgain() {
    const from = path()
    if (from !== undefined) await load(from)
  }

  function retry() {
    file.value = { status: 'loading' }
    void loadAgain()
  }

  watch(
    () => (isWanted() ? path() : undefined),
    (wanted) => {
      if (wanted !== undefined && wanted !== acquired) retry()
    },
    { immediate: true },
  )
  useRetry(() => file.value.status === 'failed', loadAgain)
  onScopeDispose(release)
  return { file, retry }
}
