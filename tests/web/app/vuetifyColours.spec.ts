import { expect, it } from 'vitest'
import { applyVuetifyColours, toTriple } from '#web/app/vuetifyColours.ts'

it('writes a colour as Vuetify mixes it', () => {
  expect(toTriple(' #0b6670')).toBe('11, 102, 112')
})

it('hands the page’s tokens over under Vuetify’s names', () => {
  const root = document.documentElement
  root.style.setProperty('--primary', '#6ac8d0')
  root.style.setProperty('--hover', '#1d2629')
  applyVuetifyColours(root)
  expect(root.style.getPropertyValue('--v-theme-primary')).toBe('106, 200, 208')
  expect(root.style.getPropertyValue('--v-theme-surface-variant')).toBe('29, 38, 41')
})
