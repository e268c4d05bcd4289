import { createI18n } from 'vue-i18n'

export const languages = ['ru', 'en'] as const
export type Language = (typeof languages)[number]

/** Each in itself: that is how its speakers find it. */
export const languageNames: Record<Language, string> = { ru: 'Русский', en: 'English' }

const STORED = 'pact.locale'

/** 1 попытка, 2 попытки, 5 попыток: the order of a message's forms, see `Intl.PluralRules('ru')`. */
const RUSSIAN_FORMS: Partial<Record<Intl.LDMLPluralRule, number>> = { one: 0, few: 1, many: 2, other: 2 }
const russian = new Intl.PluralRules('ru')

export const i18n = createI18n({
  legacy: false,
  locale: storedLanguage() ?? 'ru',
  fallbackLocale: 'ru',
  messages: { ru: {}, en: {} },
  pluralRules: { ru: (count) => RUSSIAN_FORMS[russian.select(count)] ?? 2 },
})

function isLanguage(value: unknown): value is Language {
  return value === 'ru' || value === 'en'
}

/** What this browser was told, if anything. */
export function storedLanguage(): Language | undefined {
  const stored = localStorage.getItem(STORED)
  return isLanguage(stored) ? stored : undefined
}

export function language(): Language {
  return i18n.global.locale.value
}

export function setLanguage(next: Language): void {
  i18n.global.locale.value = next
  localStorage.setItem(STORED, next)
  document.documentElement.lang = next
}
