import { ref } from 'vue'
import type { Ref } from 'vue'
import { refusalText } from './refusalText.ts'

export interface Attempt {
  readonly isBusy: Ref<boolean>
  readonly problem: Ref<string>
  /** Whether it was done. */
  attempt(act: () => Promise<unknown>): Promise<boolean>
}

/** One thing at a time that the server may refuse. */
export function useAttempt(): Attempt {
  const isBusy = ref(false)
  const problem = ref('')
  return {
    isBusy,
    problem,
    async attempt(act) {
      isBusy.value = true
      problem.value = ''
      try {
        await act()
        return true
      } catch (error) {
        problem.value = refusalText(error)
        return false
      } finally {
        isBusy.value = false
      }
    },
  }
}
