/** Vuetify's name of a colour, and ours. */
const COLOURS = {
  background: 'canvas',
  'on-background': 'text-1',
  surface: 'surface',
  'on-surface': 'text-1',
  'surface-light': 'surface-2',
  'surface-bright': 'surface',
  'surface-variant': 'hover',
  'on-surface-variant': 'text-2',
  primary: 'primary',
  'on-primary': 'on-primary',
  error: 'error',
  'on-error': 'surface',
  warning: 'warning',
  'on-warning': 'surface',
  success: 'success',
  'on-success': 'surface',
  info: 'info',
  'on-info': 'surface',
} as const

/** `#0b6670` as `11, 102, 112`, the form Vuetify mixes with opacities. */
export function toTriple(hex: string): string {
  const digits = hex.trim().replace('#', '')
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)).join(', ')
}

/** Hands our tokens to Vuetify, as they are in the theme now on the page. */
export function applyVuetifyColours(root: HTMLElement = document.documentElement): void {
  const tokens = getComputedStyle(root)
  for (const [theirs, ours] of Object.entries(COLOURS)) {
    root.style.setProperty(`--v-theme-${theirs}`, toTriple(tokens.getPropertyValue(`--${ours}`)))
  }
  root.style.setProperty('--v-border-color', toTriple(tokens.getPropertyValue('--line')))
}
