import { onScopeDispose, watch } from 'vue'
import { SIGN_IN_PATH } from '#shared/domain/pagePaths.ts'
import { watchSignedIn } from '#web/firebase/auth.ts'
import { noteQueue, outgoingQueue } from '#web/firebase/outgoingQueue.ts'
import { useSession } from '#web/stores/useSession.ts'
import { setLanguage, storedLanguage } from '#web/ui/i18n.ts'
import { useRemovals } from './useRemovals.ts'

/** Keeps the session at whoever is signed in; when nobody is any more, in another tab too, the page goes. */
export function useSignedIn(): void {
  const session = useSession()

  onScopeDispose(
    watchSignedIn((userId) => {
      if (userId && session.userId && session.userId !== userId) beginAnew()
      else if (userId) session.enter(userId)
      // Whoever signed out on this page has left the session already, and goes without a way back.
      else if (session.userId) leave()
    }),
  )

  function stop(): void {
    outgoingQueue.stop()
    noteQueue.stop()
    session.leave()
  }

  /** What he began and did not send stays for him: perhaps only this sign-in was ended elsewhere. */
  function leave(): void {
    stop()
    const { pathname, search, hash } = location
    location.assign(`${SIGN_IN_PATH}?to=${encodeURIComponent(`${pathname}${search}${hash}`)}`)
  }

  /** Somebody else has signed in, in another tab: nothing of who was here stays in memory. */
  function beginAnew(): void {
    stop()
    location.reload()
  }

  useRemovals()

  // A browser that was told no language speaks the person's own.
  watch(
    () => session.user?.locale,
    (locale) => {
      if (locale && !storedLanguage()) setLanguage(locale)
    },
  )
}
