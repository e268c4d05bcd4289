import { SECOND_MS } from '#shared/domain/time.ts'
import { areEmulatorsUsed } from './emulators.ts'

/** By then the emulator knows the listener, and tells it of every commit. */
export const SETTLED_AFTER_MS = 2 * SECOND_MS

export interface Recheck {
  /** Told of every snapshot: whether the server vouches for it, and from when on something may be missing in it. */
  look(isVouchedFor: boolean, since: number): void
  stop(): void
}

const none: Recheck = { look() {}, stop() {} }

/**
 * The Firestore emulator may lose what is committed while a listener is being opened, until the next commit to what it
 * listens to (docs/decisions/0016-emulator-loses-a-change.md). A page built for emulators looks once more, a moment
 * after each opening; any other does nothing.
 */
export function createRecheck(fetchSince: (since: number) => Promise<void>): Recheck {
  return areEmulatorsUsed ? recheckAfterOpening(fetchSince) : none
}

export function recheckAfterOpening(fetchSince: (since: number) => Promise<void>): Recheck {
  let wasVouchedFor = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function recheck(since: number) {
    try {
      await fetchSince(since)
    } catch {
      // Offline again: the next opening looks again.
    }
  }

  return {
    look(isVouchedFor, since) {
      const isOpened = isVouchedFor && !wasVouchedFor
      wasVouchedFor = isVouchedFor
      if (!isOpened) return
      clearTimeout(timer)
      timer = setTimeout(() => void recheck(since), SETTLED_AFTER_MS)
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
