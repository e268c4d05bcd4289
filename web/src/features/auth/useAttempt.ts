import { ref } from 'vue'
import type { Ref } from 'vue'
import { problemText } from './problemText.ts'

/** One thing at a time that may fail: what it says while it runs and after it failed. */
export function useAttempt(): {
  readonly isBusy: Ref<boolean>
  readonly problem: Ref<string>
  /** Null when it failed. */
  attempt<T>(act: () => Promise<T>): Promise<T | null>
} {
  const isBusy = ref(false)
  const problem = ref('')

  async function attempt<T>(act: () => Promise<T>): Promise<T | null> {
    isBusy.value = true
    problem.value = ''
    try {
      return await act()
    } catch (error) {
      problem.value = problemText(error)
      return null
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, problem, attempt }
}
