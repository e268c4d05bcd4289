import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { i18n, language } from '#web/ui/i18n.ts'
import { providePictures } from '#web/ui/pictureSource.ts'
import type { PictureSource } from '#web/ui/pictureSource.ts'
import App from './App.vue'
import { createPageRouter } from './createPageRouter.ts'

/** Fetched with the first picture. */
const storedPictures: PictureSource = {
  acquire: async (path) => (await import('#web/firebase/fileUrls.ts')).acquireFileUrl(path),
  release: (path) => void import('#web/firebase/fileUrls.ts').then((files) => files.releaseFileUrl(path)),
}

export function start(): void {
  document.documentElement.lang = language()
  const app = createApp(App)
  providePictures(app, storedPictures)
  app.use(createPinia()).use(i18n).use(createPageRouter(app)).mount('#app')
}
