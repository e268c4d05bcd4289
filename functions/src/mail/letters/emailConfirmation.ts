import { CONFIRM_EMAIL_PATH } from '#shared/domain/pagePaths.ts'
import type { Locale } from '#shared/domain/user.ts'
import { letterLink } from '../letterLink.ts'
import type { Letter } from '../queueMail.ts'
import { layOutLetter } from './layOutLetter.ts'

export interface EmailConfirmation {
  readonly to: string
  readonly token: string
}

const WORDS = {
  ru: {
    subject: 'Подтвердите адрес почты',
    preheader: 'Осталось нажать одну кнопку',
    title: 'Подтвердите адрес почты',
    label: 'Подтвердить',
    closing: 'Ссылка действует 7 дней. Если вы не указывали этот адрес, ничего делать не нужно.',
  },
  en: {
    subject: 'Confirm your e-mail address',
    preheader: 'One button to press',
    title: 'Confirm your e-mail address',
    label: 'Confirm',
    closing: 'The link works for 7 days. If you did not enter this address, there is nothing to do.',
  },
} as const

const PARAGRAPHS: Record<Locale, (to: string) => string[]> = {
  ru: (to) => [
    `В настройках аккаунта в Пакте указан адрес ${to}.`,
    'После подтверждения сюда будут приходить коды входа и уведомления.',
  ],
  en: (to) => [
    `The address ${to} was entered in the settings of an account in Pact.`,
    'Once it is confirmed, sign-in codes and notifications come here.',
  ],
}

/**
 * Asks whether an address is the person's own; pressing the button is the proof. No word of it is his:
 * until then it goes to whomever he names.
 */
export function emailConfirmation({ to, token }: EmailConfirmation, locale: Locale): Letter {
  const { label, ...words } = WORDS[locale]
  const button = { label, url: letterLink(CONFIRM_EMAIL_PATH, token) }
  return layOutLetter({ to, locale, ...words, paragraphs: PARAGRAPHS[locale](to), button })
}
