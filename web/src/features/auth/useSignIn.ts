import { shallowRef } from 'vue'
import type { Ref } from 'vue'
import { language } from '#web/ui/i18n.ts'
import { useAttempt } from './useAttempt.ts'

/** The SDK comes after the form is there to be typed in. */
function loadFirebase() {
  return Promise.all([import('#web/firebase/auth.ts'), import('#web/firebase/callables.ts')])
}

interface CodeSession {
  readonly phone: string
  readonly sessionId: string
  readonly resendAt: number
}

export interface SignIn {
  /** Null while the phone is asked for. */
  readonly session: Readonly<Ref<CodeSession | null>>
  readonly isBusy: Readonly<Ref<boolean>>
  readonly problem: Readonly<Ref<string>>
  askForCode(phone: string): Promise<void>
  /** Tells whether the person has a company; null when the code was refused. */
  enterCode(code: string): Promise<{ isRegistered: boolean } | null>
  changePhone(): void
  /** Whether somebody is signed in here already. Fetches the SDK meanwhile. */
  isSignedIn(): Promise<boolean>
}

/** Phone → code → signed-in browser. */
export function useSignIn(): SignIn {
  const session = shallowRef<CodeSession | null>(null)
  const { isBusy, problem, attempt } = useAttempt()

  return {
    session,
    isBusy,
    problem,
    async askForCode(phone) {
      const asked = await attempt(async () => {
        const [, { requestCode }] = await loadFirebase()
        return requestCode({ phone, locale: language() })
      })
      if (asked) session.value = { phone, ...asked }
    },
    enterCode: (code) => attempt(() => exchangeCode(session.value?.sessionId ?? '', code)),
    changePhone() {
      session.value = null
      problem.value = ''
    },
    async isSignedIn() {
      const [{ signedInUserId }] = await loadFirebase()
      return (await signedInUserId()) !== null
    },
  }
}

async function exchangeCode(sessionId: string, code: string): Promise<{ isRegistered: boolean }> {
  const [{ signInWithToken }, { verifyCode }] = await loadFirebase()
  const { customToken, isRegistered } = await verifyCode({ sessionId, code })
  await signInWithToken(customToken)
  return { isRegistered }
}
