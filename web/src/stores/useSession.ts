import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { confirmSignedIn } from '#web/firebase/auth.ts'
import { noteDeviceUsed } from '#web/firebase/devices.ts'
import { watchUser } from '#web/firebase/membership.ts'
import { saveTheme } from '#web/firebase/preferences.ts'
import { keepTheme } from './keepTheme.ts'
import { openedCompany } from './openedCompany.ts'
import type { Listen } from './openedCompany.ts'

/** Who is signed in, and the company he works in now: live documents all, `undefined` while unknown. */
export const useSession = defineStore('session', () => {
  const userId = ref<UserId | null>(null)
  const user = shallowRef<User | null>()
  /** The server could not be asked; asking goes on. */
  const isUnreachable = ref(false)
  /** The company he goes from by himself: nothing need tell him that he is out. */
  const leaving = ref<CompanyId | null>(null)
  const listen = listeningWith(isUnreachable)
  const opened = openedCompany({ listen, user, askAccount })
  let stopUser: (() => void) | undefined
  keepTheme(userId, user, saveTheme)

  /** Refused: he has no account yet, or this sign-in was ended elsewhere. Then the SDK signs out, and nothing counts. */
  async function take(value: User | null): Promise<void> {
    const asked = userId.value
    if (value) user.value = value
    else if ((await isStillSignedIn()) && userId.value === asked) user.value ??= null
  }

  function enter(id: UserId): void {
    if (userId.value === id) return
    leave()
    userId.value = id
    noteQuietly(id)
    askAccount()
  }

  /** Anew, once something of his was refused: a change that comes along with a refusal may not be told of. */
  function askAccount(): void {
    stopUser?.()
    const taking = listen<User>((value) => void take(value))
    if (userId.value) stopUser = watchUser(userId.value, taking)
  }

  function openCompany(id: CompanyId): void {
    if (userId.value) opened.openCompany(id, userId.value)
  }

  function leave(): void {
    opened.leaveCompany()
    stopUser?.()
    userId.value = null
    user.value = undefined
  }

  return { ...opened, userId, user, isUnreachable, leaving, askAccount, enter, openCompany, leave }
})

/** A listener that notes whether the server can be asked. */
function listeningWith(isUnreachable: Ref<boolean>): Listen {
  const settle = (isLost: boolean) => (isUnreachable.value = isLost)
  return (next) => ({
    next(value) {
      settle(false)
      next(value)
    },
    failed: () => settle(true),
  })
}

/** False also while that cannot be asked: the account is asked for again soon. */
function isStillSignedIn(): Promise<boolean> {
  return confirmSignedIn().then(
    () => true,
    () => false,
  )
}

/** Only a list shows it; the next visit notes it again. */
function noteQuietly(userId: UserId): void {
  noteDeviceUsed(userId).catch(() => undefined)
}
