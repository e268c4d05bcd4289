import { ref } from 'vue'
import type { Ref } from 'vue'
import { DomainError } from '#shared/domain/DomainError.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { accountProblem } from './accountProblem.ts'

/** Without a connection what goes straight to the store waits for one, and says nothing by itself. */
const SLOW_AFTER_MS = 5 * SECOND_MS

export interface Saving {
  readonly isBusy: Readonly<Ref<boolean>>
  readonly isSlow: Readonly<Ref<boolean>>
  /** The last attempt went through, and nothing was begun since. */
  readonly isSaved: Readonly<Ref<boolean>>
  readonly problem: Readonly<Ref<string>>
  /** The server wants to see a fresh sign-in first. */
  readonly needsSignIn: Readonly<Ref<boolean>>
  /** Null when it failed. */
  save<T>(act: () => Promise<T>): Promise<T | null>
  /** Something else is being typed: why the last attempt failed is no longer of interest. */
  forget(): void
}

/** One section's saving: one at a time, and what came of it. */
export function useSaving(): Saving {
  const isBusy = ref(false)
  const isSlow = ref(false)
  const isSaved = ref(false)
  const problem = ref('')
  const needsSignIn = ref(false)

  function begin(): void {
    isBusy.value = true
    isSaved.value = false
    problem.value = ''
    needsSignIn.value = false
  }

  async function save<T>(act: () => Promise<T>): Promise<T | null> {
    begin()
    const timer = setTimeout(() => (isSlow.value = true), SLOW_AFTER_MS)
    try {
      const outcome = await act()
      isSaved.value = true
      return outcome
    } catch (error) {
      needsSignIn.value = error instanceof DomainError && error.code === 'signInTooOld'
      problem.value = accountProblem(error)
      return null
    } finally {
      clearTimeout(timer)
      isSlow.value = false
      isBusy.value = false
    }
  }

  function forget(): void {
    problem.value = ''
    needsSignIn.value = false
  }

  return { isBusy, isSlow, isSaved, problem, needsSignIn, save, forget }
}
