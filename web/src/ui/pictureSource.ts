import { inject } from 'vue'
import type { App, InjectionKey } from 'vue'

/** Where pictures of people come from: a local address for a stored path, held until it is released. */
export interface PictureSource {
  acquire(path: string): Promise<string>
  release(path: string): void
}

const key: InjectionKey<PictureSource | null> = Symbol('picture source')

export function providePictures(app: App, source: PictureSource): void {
  app.provide(key, source)
}

/** Null where nobody provides one: initials stand for pictures. */
export function usePictureSource(): PictureSource | null {
  return inject(key, null)
}
