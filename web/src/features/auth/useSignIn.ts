import { ref, shallowRef } from 'vue'
import type { Ref } from 'vue'
import { DomainError } from '#shared/domain/DomainError.ts'
import { language } from '#web/ui/i18n.ts'
import { useAttempt } from '#web/ui/useAttempt.ts'
import { emailProblemText, problemText } from './problemText.ts'
import { useCaptcha } from './useCaptcha.ts'
import type { Captcha } from './useCaptcha.ts'
import { deviceLabel } from './deviceLabel.ts'

/** The SDK comes after the form is there to be typed in. */
function loadFirebase() {
  return Promise.all([
    import('#web/firebase/auth.ts'),
    import('#web/firebase/callables.ts'),
    import('#web/firebase/deviceId.ts'),
  ])
}

export interface CodeSession {
  readonly phone: string
  readonly sessionId: string
  readonly resendAt: number
  /** The code is not the first one sent to this phone. */
  readonly isResent: boolean
}

export interface Entered {
  /** Has a company already. */
  readonly isRegistered: boolean
}

export interface SignIn {
  /** Null while the phone is asked for. */
  readonly session: Readonly<Ref<CodeSession | null>>
  /** Where the second code went; '' while only one is asked for. */
  readonly emailHint: Readonly<Ref<string>>
  readonly captcha: Captcha
  readonly isBusy: Readonly<Ref<boolean>>
  readonly problem: Readonly<Ref<string>>
  askForCode(phone: string): Promise<void>
  /** Null when the code was refused, or when a second one is asked for. */
  enterCode(code: string): Promise<Entered | null>
  enterEmailCode(code: string): Promise<Entered | null>
  changePhone(): void
  /** Whether somebody is signed in here already. Fetches the SDK meanwhile. */
  isSignedIn(): Promise<boolean>
}

/** Phone → code → signed-in browser. `phoneChange`: the number becomes that of the person who asked for it. */
export function useSignIn(phoneChange?: string): SignIn {
  const session = shallowRef<CodeSession | null>(null)
  const emailHint = ref('')
  const captcha = useCaptcha()
  const { isBusy, problem, attempt } = useAttempt(problemText)

  async function enter(code: string): Promise<Entered | null> {
    const answer = await exchangeCode(session.value?.sessionId ?? '', code)
    if (answer.step === 'signedIn') return answer
    emailHint.value = answer.emailHint
    return null
  }

  return {
    session,
    emailHint,
    captcha,
    isBusy,
    problem,
    async askForCode(phone) {
      const isResent = session.value !== null
      const sent = await attempt(() => sendCode(captcha, phone, phoneChange))
      if (sent) session.value = { phone, isResent, ...sent }
      else captcha.prepare()
    },
    enterCode: (code) => attempt(() => enter(code)),
    enterEmailCode: (code) =>
      attempt(() => exchangeEmailCode(session.value?.sessionId ?? '', code), emailProblemText),
    changePhone() {
      session.value = null
      emailHint.value = ''
      problem.value = ''
    },
    async isSignedIn() {
      const [{ signedInUserId }] = await loadFirebase()
      return (await signedInUserId()) !== null
    },
  }
}

async function sendCode(captcha: Captcha, phone: string, phoneChange: string | undefined) {
  const [, { requestCode }, { deviceId }] = await loadFirebase()
  const asked = {
    phone,
    locale: language(),
    deviceId: deviceId(),
    ...(phoneChange !== undefined && { phoneChange }),
  }
  const send = (solution: string) => requestCode({ ...asked, captcha: solution })
  const solution = await captcha.take()
  try {
    return await send(solution)
  } catch (error) {
    // A solution grows old while somebody looks for his phone.
    if (!(error instanceof DomainError) || error.code !== 'captchaRefused') throw error
    return send(await captcha.take())
  }
}

async function exchangeCode(sessionId: string, code: string) {
  const [{ signInWithToken }, { verifyCode }, { deviceId }] = await loadFirebase()
  const answer = await verifyCode({ sessionId, code, deviceId: deviceId(), deviceLabel: ownLabel() })
  if (answer.step === 'signedIn') await signInWithToken(answer.customToken)
  return answer
}

async function exchangeEmailCode(sessionId: string, code: string): Promise<Entered> {
  const [{ signInWithToken }, { verifyEmailCode }] = await loadFirebase()
  const answer = await verifyEmailCode({ sessionId, code, deviceLabel: ownLabel() })
  await signInWithToken(answer.customToken)
  return answer
}

function ownLabel(): string {
  return deviceLabel(navigator.userAgent)
}
