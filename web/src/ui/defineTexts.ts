import { i18n, languages } from './i18n.ts'

type Texts<Key extends string> = Readonly<Record<Key, string>>
type Values = Readonly<Record<string, string | number>>

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
  return (key, values = {}, count) =>
    count === undefined ? t(`${feature}.${key}`, values) : t(`${feature}.${key}`, values, count)
}
