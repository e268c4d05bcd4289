import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { i18n, language } from '#web/ui/i18n.ts'
import App from './App.vue'
import { createPageRouter } from './createPageRouter.ts'

export function start(): void {
  document.documentElement.lang = language()
  const app = createApp(App)
  app.use(createPinia()).use(i18n).use(createPageRouter(app)).mount('#app')
}
