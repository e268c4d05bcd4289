import { ref } from 'vue'
import type { Ref } from 'vue'

export type CaptchaState = 'idle' | 'checking' | 'passed' | 'failed'

type CaptchaChallenge =
  | { readonly kind: 'altcha'; readonly challenge: string }
  | { readonly kind: 'smartcaptcha'; readonly siteKey: string }

/** Who poses the check and who solves it. */
export interface CaptchaSolvers {
  createCaptcha(): Promise<CaptchaChallenge>
  /** Sums in the background: the visitor notices nothing. */
  solveAltcha(challenge: string): Promise<string>
  /** May ask the visitor something, so it waits until he wants the code. */
  solveSmartCaptcha(siteKey: string): Promise<string>
}

export interface Captcha {
  readonly state: Readonly<Ref<CaptchaState>>
  /** As soon as the visitor is about to type: begins what can be done without him. */
  prepare(): void
  /** The visitor says that he is no robot. */
  check(): void
  /** A solution to hand in, good for one request; waits for the check under way. */
  take(): Promise<string>
}

const live: CaptchaSolvers = {
  createCaptcha: async () => (await import('#web/firebase/callables.ts')).createCaptcha({}),
  solveAltcha: async (challenge) => (await import('./solveAltcha.ts')).solveAltcha(challenge),
  solveSmartCaptcha: async (siteKey) => (await import('./solveSmartCaptcha.ts')).solveSmartCaptcha(siteKey),
}

/** The check before a code is sent. */
export function useCaptcha(solvers: CaptchaSolvers = live): Captcha {
  const state = ref<CaptchaState>('idle')
  const { challenge, solve } = attempts(solvers)
  let solution: Promise<string> | null = null

  async function settle(begun: Promise<string>): Promise<void> {
    try {
      await begun
      state.value = 'passed'
    } catch {
      solution = null
      state.value = 'failed'
    }
  }

  function begin(): Promise<string> {
    state.value = 'checking'
    const begun = solve()
    solution = begun
    void settle(begun)
    return begun
  }

  async function beginUnnoticed(): Promise<void> {
    // What cannot be begun now is begun when the code is asked for, and says there what is wrong.
    const given = await challenge().catch(() => null)
    if (solution) return
    if (given?.kind === 'altcha') void begin()
    // The one that passed was spent, and another is not begun without the visitor.
    else if (state.value === 'passed') state.value = 'idle'
  }

  return {
    state,
    prepare: () => void (solution ?? beginUnnoticed()),
    check: () => void (solution ?? begin()),
    async take() {
      const taken = await (solution ?? begin())
      solution = null
      return taken
    },
  }
}

/** ALTCHA's challenge is good for one solution, the key of SmartCaptcha for all. */
function attempts(solvers: CaptchaSolvers) {
  let posed: Promise<CaptchaChallenge> | null = null

  async function challenge(): Promise<CaptchaChallenge> {
    posed ??= solvers.createCaptcha()
    try {
      return await posed
    } catch (error) {
      posed = null
      throw error
    }
  }

  async function solve(): Promise<string> {
    const given = await challenge()
    if (given.kind === 'smartcaptcha') return solvers.solveSmartCaptcha(given.siteKey)
    posed = null
    return solvers.solveAltcha(given.challenge)
  }

  return { challenge, solve }
}
