import type { Locale } from '#shared/domain/user.ts'
import type { Letter } from '../queueMail.ts'
import { layOutLetter } from './layOutLetter.ts'

export interface EmailCode {
  readonly to: string
  readonly code: string
}

/** The code stays out of subject and preheader: those show on locked screens. */
const WORDS = {
  ru: {
    subject: 'Код для входа в Пакт',
    preheader: 'Вход с нового устройства',
    title: 'Код для входа',
    paragraphs: [
      'Вы входите с нового устройства после долгого перерыва. Введите этот код на странице входа:',
    ],
    closing:
      'Код действует 15 минут. Если вы сейчас не входите, никому его не сообщайте: возможно, ваш номер телефона перешёл к другому человеку.',
  },
  en: {
    subject: 'Your Pact sign-in code',
    preheader: 'Signing in on a new device',
    title: 'Sign-in code',
    paragraphs: [
      'You are signing in on a new device after a long absence. Enter this code on the sign-in page:',
    ],
    closing:
      'The code works for 15 minutes. If you are not signing in now, tell it to nobody: your phone number may have gone to somebody else.',
  },
} as const

/** The second code of a sign-in that looks like a stranger's. */
export function emailCode({ to, code }: EmailCode, locale: Locale): Letter {
  return layOutLetter({ to, locale, code, ...WORDS[locale] })
}
