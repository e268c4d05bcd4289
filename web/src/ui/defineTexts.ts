import { i18n, languages } from './i18n.ts'

type Texts<Key extends string> = Readonly<Record<Key, string>>
type Values = Readonly<Record<string, string | number>>

/** Signs that turn the direction of what follows: a name must not turn the sentence it stands in. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu

function keptStraight(values: Values): Values {
  const straight = ([key, value]: [string, string | number]) =>
    [key, typeof value === 'string' ? value.replace(TURNING, '') : value] as const
  return Object.fromEntries(Object.entries(values).map(straight))
}

/**
 * A feature's texts in both languages. Gives a function that says one of them in the page's language;
 * used in a template or a computed it follows a change of language. With `count` it picks the plural form.
 */
export function defineTexts<Key extends string>(
  feature: string,
  texts: { readonly ru: Texts<Key>; readonly en: Texts<NoInfer<Key>> },
): (key: Key, values?: Values, count?: number) => string {
  for (const each of languages) i18n.global.mergeLocaleMessage(each, { [feature]: texts[each] })
  const { t } = i18n.global
  return (key, values = {}, count) => {
    const said = keptStraight(values)
    return count === undefined ? t(`${feature}.${key}`, said) : t(`${feature}.${key}`, said, count)
  }
}
