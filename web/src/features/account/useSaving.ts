import { ref } from 'vue'
import type { Ref } from 'vue'
import { DomainError } from '#shared/domain/DomainError.ts'
import { accountProblem } from './accountProblem.ts'

export interface Saving {
  readonly isBusy: Readonly<Ref<boolean>>
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
    try {
      const outcome = await act()
      isSaved.value = true
      return outcome
    } catch (error) {
      needsSignIn.value = error instanceof DomainError && error.code === 'signInTooOld'
      problem.value = accountProblem(error)
      return null
    } finally {
      isBusy.value = false
    }
  }

  function forget(): void {
    problem.value = ''
    needsSignIn.value = false
  }

  return { isBusy, isSaved, problem, needsSignIn, save, forget }
}
