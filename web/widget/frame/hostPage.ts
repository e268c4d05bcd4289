import { isLoaderSays } from '../protocol.ts'
import type { FrameSays, LoaderSays } from '../protocol.ts'

export interface HostPage {
  tell(says: FrameSays): void
  onSays(listener: (says: LoaderSays) => void): void
}

/** The page that holds the frame. Only it, at the origin it gave, is told and heard. */
export function hostPage(origin: string): HostPage {
  if (window.parent === window || !/^https?:\/\//.test(origin)) return standingAlone
  return {
    tell: (says) => {
      window.parent.postMessage(says, origin)
    },
    onSays: (listener) => {
      window.addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
        if (source === window.parent && from === origin && isLoaderSays(data)) listener(data)
      })
    },
  }
}

/** Opened by its own address: a chat that fills the window. */
const standingAlone: HostPage = {
  tell: () => undefined,
  onSays: (listener) => {
    listener({ pactWidget: 'opened' })
  },
}
