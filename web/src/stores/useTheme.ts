import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { ThemeChoice } from '#shared/domain/user.ts'

export const themeChoices = ['light', 'dark', 'system'] as const satisfies readonly ThemeChoice[]

/** Read by the script in index.html too, before anything is painted. */
const STORED = 'pact.theme'

/** What this browser was told, if anything. */
export function storedTheme(): ThemeChoice | undefined {
  const stored = localStorage.getItem(STORED)
  return themeChoices.find((choice) => choice === stored)
}

/** The bars of a phone's browser follow the theme chosen here, not the system's. */
function paintBrowser(): void {
  const chrome = getComputedStyle(document.documentElement).getPropertyValue('--chrome').trim()
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = chrome
}

/** Light, dark, or as the system is; on the page as `data-theme`. */
export const useTheme = defineStore('theme', () => {
  const choice = ref<ThemeChoice>(storedTheme() ?? 'system')
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const isSystemDark = ref(system.matches)
  system.addEventListener('change', ({ matches }) => (isSystemDark.value = matches))

  const shown = computed(() =>
    choice.value === 'system' ? (isSystemDark.value ? 'dark' : 'light') : choice.value,
  )

  watch(choice, (value) => {
    localStorage.setItem(STORED, value)
  })
  watch(
    shown,
    (theme) => {
      document.documentElement.dataset.theme = theme
      document.documentElement.style.colorScheme = theme
      paintBrowser()
    },
    { immediate: true },
  )

  return { choice, shown }
})
