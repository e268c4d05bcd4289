import { onScopeDispose, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { usePictureSource } from './pictureSource.ts'

/** The address of a stored picture as long as the component lives; '' while there is none to show. */
export function usePicture(path: () => string): Readonly<ShallowRef<string>> {
  const source = usePictureSource()
  const url = shallowRef('')
  let held = ''

  function letGo(): void {
    if (held) source?.release(held)
    held = ''
    url.value = ''
  }

  async function load(wanted: string, from: NonNullable<typeof source>): Promise<void> {
    held = wanted
    try {
      const found = await from.acquire(wanted)
      if (held === wanted) url.value = found
    } catch {
      // Initials do as well.
      if (held === wanted) held = ''
    }
  }

  watch(
    path,
    (wanted) => {
      letGo()
      if (wanted && source) void load(wanted, source)
    },
    { immediate: true },
  )
  onScopeDispose(letGo)
  return url
}
