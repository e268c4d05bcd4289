import type { Role } from '#shared/domain/member.ts'
import { INVITATION_PATH } from '#shared/domain/pagePaths.ts'
import { truncate } from '#shared/domain/truncate.ts'
import type { Locale } from '#shared/domain/user.ts'
import { letterLink } from '../letterLink.ts'
import type { Letter } from '../queueMail.ts'
import { layOutLetter } from './layOutLetter.ts'

export interface MemberInvitation {
  readonly to: string
  readonly companyNames: readonly string[]
  readonly role: Role
  readonly invitedByName: string
  readonly token: string
}

/** Names are chosen by strangers to the recipient: none becomes a letter of its own. */
const NAME_LENGTH = 60

const ROLES = {
  ru: { admin: 'администратора', operator: 'оператора' },
  en: { admin: 'an administrator', operator: 'an operator' },
} as const

const WORDS = {
  ru: (names: readonly string[], role: Role, by: string) => ({
    subject: `Приглашение в ${listed(names, 'ru')}`,
    preheader: `${by} приглашает вас работать в Пакте`,
    title: names.length > 1 ? 'Вас приглашают в компании' : 'Вас приглашают в компанию',
    paragraphs: [
      `${by} приглашает вас в ${listed(names, 'ru')} в роли ${ROLES.ru[role]}.`,
      'В Пакте сотрудники отвечают клиентам из мессенджеров и с сайта в одном окне. Понадобится телефон: по нему вы будете входить.',
    ],
    label: 'Принять приглашение',
    closing:
      'Ссылка действует 7 дней и только один раз. Если вы не ждали этого письма, ничего делать не нужно.',
  }),
  en: (names: readonly string[], role: Role, by: string) => ({
    subject: `Invitation to ${listed(names, 'en')}`,
    preheader: `${by} invites you to work in Pact`,
    title: names.length > 1 ? 'You are invited to join companies' : 'You are invited to join a company',
    paragraphs: [
      `${by} invites you to ${listed(names, 'en')} as ${ROLES.en[role]}.`,
      'In Pact a team answers its customers from messengers and the site in one window. You will need a phone: you sign in with it.',
    ],
    label: 'Accept the invitation',
    closing:
      'The link works for 7 days and only once. If you did not expect this letter, there is nothing to do.',
  }),
} as const

/** Asks an address into one or several companies. */
export function memberInvitation(invitation: MemberInvitation, locale: Locale): Letter {
  const { to, companyNames, role, invitedByName, token } = invitation
  const { label, ...words } = WORDS[locale](companyNames.map(short), role, short(invitedByName))
  const button = { label, url: letterLink(INVITATION_PATH, token) }
  return layOutLetter({ to, locale, ...words, button })
}

const short = (name: string): string => truncate(name, NAME_LENGTH)

const QUOTES = { ru: ['«', '»'], en: ['“', '”'] } as const

function listed(names: readonly string[], locale: Locale): string {
  const [open, close] = QUOTES[locale]
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    names.map((name) => `${open}${name}${close}`),
  )
}
