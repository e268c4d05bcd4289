import 'vuetify/styles/core'
import './vuetify.css'
import { watch } from 'vue'
import type { App } from 'vue'
import { createVuetify } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'
import { useTheme } from '#web/stores/useTheme.ts'
import { applyVuetifyColours } from './vuetifyColours.ts'

const field = { variant: 'outlined', density: 'comfortable', hideDetails: 'auto', color: 'primary' } as const

function create() {
  return createVuetify({
    // Its theme writes rules in cascade layers at run time, unknown to the browsers we promise: see vuetify.css.
    theme: false,
    icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
    defaults: {
      global: { ripple: false },
      VBtn: { rounded: 'lg', elevation: 0, height: 36 },
      VTextField: field,
      VSelect: field,
      VTextarea: field,
      VTooltip: { openDelay: 300 },
      VSnackbar: { location: 'bottom' },
    },
  })
}

const installed = new WeakSet<App>()

/** Sign-in does without Vuetify; whatever comes after it begins here. */
export function installVuetify(app: App): void {
  if (installed.has(app)) return
  installed.add(app)
  app.use(create())
  const theme = useTheme()
  watch(
    () => theme.shown,
    () => {
      applyVuetifyColours()
    },
    { immediate: true, flush: 'post' },
  )
}
