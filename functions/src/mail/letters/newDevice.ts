import { truncate } from '#shared/domain/truncate.ts'
import type { Locale } from '#shared/domain/user.ts'
import type { Letter } from '../queueMail.ts'
import { layOutLetter } from './layOutLetter.ts'

export interface NewDevice {
  readonly to: string
  readonly name: string
  readonly deviceLabel: string
  readonly address: string
}

const NAME_LENGTH = 60

const WORDS = {
  ru: (name: string, from: string) => ({
    subject: `Вход с нового устройства: ${name}`,
    preheader: 'После перерыва больше 30 дней',
    title: 'Вход с нового устройства',
    paragraphs: [
      `${name}: вход с нового устройства после перерыва больше 30 дней. ${from}.`,
      'За это время номер телефона мог перейти к другому человеку. Уточните у коллеги, что вход выполнен им; если нет, удалите его из компании в разделе «Сотрудники».',
    ],
    closing: 'Вы получили это письмо, потому что вы администратор компании.',
  }),
  en: (name: string, from: string) => ({
    subject: `Sign-in on a new device: ${name}`,
    preheader: 'After an absence of more than 30 days',
    title: 'Sign-in on a new device',
    paragraphs: [
      `${name} signed in on a new device after an absence of more than 30 days. ${from}.`,
      'Meanwhile the phone number may have gone to somebody else. Ask your colleague; if it was not them, remove the member from the company in “Staff”.',
    ],
    closing: 'You get this letter because you are an administrator of the company.',
  }),
} as const

const FROM: Record<Locale, (label: string, address: string) => string> = {
  ru: (label, address) => `Устройство: ${label || 'неизвестно'}, адрес: ${address}`,
  en: (label, address) => `Device: ${label || 'unknown'}, address: ${address}`,
}

/** Tells an admin that a colleague came back from nowhere: a number may have changed hands. */
export function newDevice({ to, name, deviceLabel, address }: NewDevice, locale: Locale): Letter {
  const from = FROM[locale](truncate(deviceLabel, NAME_LENGTH), address)
  return layOutLetter({ to, locale, ...WORDS[locale](truncate(name, NAME_LENGTH), from) })
}
