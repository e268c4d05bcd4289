import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { watchUser } from '#web/firebase/membership.ts'
import type { DocumentListener } from '#web/firebase/watchDocument.ts'
import { openedCompany } from './openedCompany.ts'

/** Who is signed in, and the company he works in now: live documents all, `undefined` while unknown. */
export const useSession = defineStore('session', () => {
  const userId = ref<UserId | null>(null)
  const user = shallowRef<User | null>()
  /** The server could not be asked; asking goes on. */
  const isUnreachable = ref(false)
  const opened = openedCompany(listen)
  let stopUser: (() => void) | undefined

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

  function enter(id: UserId): void {
    if (userId.value === id) return
    leave()
    userId.value = id
    stopUser = watchUser(
      id,
      listen((value) => (user.value = value)),
    )
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

  return { ...opened, userId, user, isUnreachable, enter, openCompany, leave }
})
