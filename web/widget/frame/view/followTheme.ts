import type { Parameters } from '../readParameters.ts'

/** Light or dark: as the site asks, else as the visitor's system does. */
export function followTheme(wanted: Parameters['theme']): void {
  const { dataset } = document.documentElement
  if (wanted !== 'system') {
    dataset['theme'] = wanted
    return
  }
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    dataset['theme'] = dark.matches ? 'dark' : 'light'
  }
  dark.addEventListener('change', apply)
  apply()
}
