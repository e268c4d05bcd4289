import { onScopeDispose, watch } from 'vue'
import { SIGN_IN_PATH } from '#shared/domain/pagePaths.ts'
import { signOut, signedInAt, watchSignedIn } from '#web/firebase/auth.ts'
import { noteQueue, outgoingQueue } from '#web/firebase/outgoingQueue.ts'
import { useSession } from '#web/stores/useSession.ts'
import { setLanguage, storedLanguage } from '#web/ui/i18n.ts'

/** Keeps the session at whoever is signed in; when nobody is any more, in another tab too, the page goes. */
export function useSignedIn(): void {
  const session = useSession()

  onScopeDispose(
    watchSignedIn((userId) => {
      if (userId) session.enter(userId)
      // Whoever signed out on this page has left the session already, and goes without a way back.
      else if (session.userId) leave()
    }),
  )

  function leave(): void {
    outgoingQueue.stop()
    noteQueue.stop()
    session.leave()
    location.assign(`${SIGN_IN_PATH}?to=${encodeURIComponent(location.pathname)}`)
  }

  // "Sign out everywhere" was said in another browser: from now on the server refuses this one.
  watch(
    () => session.user?.sessionsValidAfterAt,
    async (validAfterAt) => {
      if (validAfterAt && (await signedInAt()) < validAfterAt) await signOut()
    },
  )

  // A browser that was told no language speaks the person's own.
  watch(
    () => session.user?.locale,
    (locale) => {
      if (locale && !storedLanguage()) setLanguage(locale)
    },
  )
}
