import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { confirmSignedIn } from '#web/firebase/auth.ts'
import { noteDeviceUsed } from '#web/firebase/devices.ts'
import { watchUser } from '#web/firebase/membership.ts'
import { saveTheme } from '#web/firebase/preferences.ts'
import type { DocumentListener } from '#web/firebase/watchDocument.ts'
import { keepTheme } from './keepTheme.ts'
import { openedCompany } from './openedCompany.ts'

/** Who is signed in, and the company he works in now: live documents all, `undefined` while unknown. */
export const useSession = defineStore('session', () => {
  const userId = ref<UserId | null>(null)
  const user = shallowRef<User | null>()
  /** The server could not be asked; asking goes on. */
  const isUnreachable = ref(false)
  /** He goes by himself: nothing need tell him that he is out. */
  const isLeaving = ref(false)
  const opened = openedCompany(listen)
  let stopUser: (() => void) | undefined
  keepTheme(userId, user, saveTheme)

  function listen<T>(next: (value: T | null) => void): DocumentListener<T> {
    const settle = (isLost: boolean) => (isUnreachable.value = isLost)
    return {
      next(value) {
        settle(false)
        next(value)
      },
      failed: () => settle(true),
    }
  }

  function take(value: User | null): void {
    user.value = value
    if (!value) confirmQuietly()
  }

  function enter(id: UserId): void {
    if (userId.value === id) return
    leave()
    userId.value = id
    noteQuietly(id)
    stopUser = watchUser(id, listen(take))
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

  return { ...opened, userId, user, isUnreachable, isLeaving, enter, openCompany, leave }
})

/** He has no account yet, or this sign-in was ended from another device: then the SDK signs out. */
function confirmQuietly(): void {
  confirmSignedIn().catch(() => undefined)
}

/** Only a list shows it; the next visit notes it again. */
function noteQuietly(userId: UserId): void {
  noteDeviceUsed(userId).catch(() => undefined)
}
