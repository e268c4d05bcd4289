import { computed, ref } from 'vue'
import type { Ref } from 'vue'
import { SIGN_IN_PATH } from '#shared/domain/pagePaths.ts'
import { signOut as endSession } from '#web/firebase/auth.ts'
import { useInboxCounts } from '#web/stores/useInboxCounts.ts'
import { useSession } from '#web/stores/useSession.ts'

/** Signs out, asking first if something written here has not left yet. */
export function useSignOut(): {
  readonly isAsking: Ref<boolean>
  readonly unsent: Readonly<Ref<number>>
  ask(): void
  signOut(): Promise<void>
} {
  const counts = useInboxCounts()
  const session = useSession()
  const isAsking = ref(false)

  async function signOut(): Promise<void> {
    session.leave()
    await endSession()
    // A fresh page: nothing of the person or the company stays in memory.
    location.assign(SIGN_IN_PATH)
  }

  return {
    isAsking,
    unsent: computed(() => counts.unsent),
    ask() {
      if (counts.unsent > 0) isAsking.value = true
      else void signOut()
    },
    signOut,
  }
}
