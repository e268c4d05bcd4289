import type { App } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import type { Router } from 'vue-router'
import { SIGN_IN_PATH } from '#shared/domain/pagePaths.ts'
import { hideLinkToken } from './hideLinkToken.ts'
import { t } from './messages.ts'
import { routes } from './routes.ts'

export function createPageRouter(app: App): Router {
  const router = createRouter({ history: createWebHistory(), routes: routes(app) })

  // Changes of the hash alone pass here, too, as they do not through a route's own guard.
  router.beforeEach((to, from) => (to.meta.isMailedLink ? hideLinkToken(to, from) : true))

  router.beforeEach(async (to) => {
    if (to.meta.isOpen) return true
    const [{ signedInUserId }, { admitPerson }] = await Promise.all([
      import('#web/firebase/auth.ts'),
      import('#web/stores/admitPerson.ts'),
    ])
    const userId = await signedInUserId()
    if (userId) {
      await admitPerson(userId)
      return true
    }
    return { path: SIGN_IN_PATH, query: to.path === '/' ? {} : { to: to.fullPath } }
  })

  router.afterEach(({ meta }) => {
    document.title = meta.title ? `${t(meta.title)} · ${t('name')}` : t('name')
  })

  return router
}
