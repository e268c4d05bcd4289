import { inject, provide } from 'vue'
import type { InjectionKey } from 'vue'

/**
 * How the account's page is left. Functions rather than events: once all sign-ins have ended, the page may be
 * gone before the server's answer is there.
 */
export interface AccountExits {
  signInAgain(): void
  signOut(): void
  /** The new number is proven where every number is. */
  proveNumber(change: { phone: string; phoneChange: string }): void
}

const key: InjectionKey<AccountExits> = Symbol('account exits')

export function provideExits(exits: AccountExits): void {
  provide(key, exits)
}

export function useExits(): AccountExits {
  const exits = inject(key)
  if (!exits) throw new Error('a part of the account stands outside of its page')
  return exits
}
