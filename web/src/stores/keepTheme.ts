import { watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { UserId } from '#shared/domain/ids.ts'
import type { ThemeChoice, User } from '#shared/domain/user.ts'
import { storedTheme, useTheme } from './useTheme.ts'

/** A person's theme follows him into browsers that were told none, and what he chooses becomes his. */
export function keepTheme(
  userId: Readonly<Ref<UserId | null>>,
  user: Readonly<ShallowRef<Pick<User, 'theme'> | null | undefined>>,
  save: (userId: UserId, theme: ThemeChoice) => Promise<void>,
): void {
  const theme = useTheme()

  watch(
    () => user.value?.theme,
    (chosen) => {
      if (chosen && !storedTheme()) theme.choice = chosen
    },
  )
  watch(
    () => theme.choice,
    (choice) => {
      // It holds in this browser at any rate.
      if (userId.value && user.value && user.value.theme !== choice)
        save(userId.value, choice).catch(() => undefined)
    },
  )
}
