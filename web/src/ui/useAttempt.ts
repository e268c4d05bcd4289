import { ref } from 'vue'
import type { Ref } from 'vue'

type WordsOf = (error: unknown) => string

export interface Attempt {
  readonly isBusy: Ref<boolean>
  /** Why the last one failed; '' otherwise. */
  readonly problem: Ref<string>
  /** Null when it failed. `wordsOf`: what this failure is called. */
  attempt<T>(act: () => Promise<T>, wordsOf?: WordsOf): Promise<T | null>
}

/** One thing at a time that may fail: what it says while it runs and after it failed. */
export function useAttempt(usualWords: WordsOf): Attempt {
  const isBusy = ref(false)
  const problem = ref('')
  return {
    isBusy,
    problem,
    async attempt(act, wordsOf = usualWords) {
      isBusy.value = true
      problem.value = ''
      try {
        return await act()
      } catch (error) {
        problem.value = wordsOf(error)
        return null
      } finally {
        isBusy.value = false
      }
    },
  }
}
