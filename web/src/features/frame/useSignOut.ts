import { ref } from 'vue'
import type { Ref } from 'vue'
import { SIGN_IN_PATH } from '#shared/domain/pagePaths.ts'
import { signOut as endSession } from '#web/firebase/auth.ts'
import { forgetRead } from '#web/firebase/forgetRead.ts'
import { noteQueue, outgoingQueue } from '#web/firebase/outgoingQueue.ts'
import { unsentCount } from '#web/firebase/unsentCount.ts'
import { forgetEverything } from '#web/stores/forgetEverything.ts'
import { inPatience } from '#web/stores/inPatience.ts'
import { useSession } from '#web/stores/useSession.ts'

/** Signs out, asking first if something written here has not left yet. */
export function useSignOut(): {
  readonly isAsking: Ref<boolean>
  readonly unsent: Readonly<Ref<number>>
  ask(): void
  signOut(): Promise<void>
} {
  const session = useSession()
  const isAsking = ref(false)

  async function signOut(): Promise<void> {
    const { userId } = session
    outgoingQueue.stop()
    noteQueue.stop()
    session.leave()
    await forgetEverything(userId)
    await inPatience(forgetRead())
    await endSession()
    // A fresh page: nothing of the person or the company stays in memory.
    location.assign(SIGN_IN_PATH)
  }

  return {
    isAsking,
    unsent: unsentCount,
    ask() {
      if (unsentCount.value > 0) isAsking.value = true
      else void signOut()
    },
    signOut,
  }
}
