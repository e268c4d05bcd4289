import type { App } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { REGISTER_PATH, SIGN_IN_PATH } from '#shared/domain/pagePaths.ts'

/** `isOpen`: for those not signed in too. `title`: key of the page's title. */
declare module 'vue-router' {
  interface RouteMeta {
    isOpen?: true
    title?: 'signIn' | 'register' | 'inbox' | 'channels' | 'connectChannel'
  }
}

/** Behind sign-in stands the frame, and Vuetify with it. */
async function loadCompanyPage(app: App) {
  const [{ installVuetify }, page] = await Promise.all([
    import('./vuetify.ts'),
    import('#web/pages/CompanyPage.vue'),
  ])
  installVuetify(app)
  return page
}

const companyPages: RouteRecordRaw[] = [
  { path: '', redirect: ({ params }) => `/c/${String(params.companyId)}/inbox` },
  {
    path: 'inbox/:conversationId?',
    component: () => import('#web/pages/InboxPage.vue'),
    meta: { title: 'inbox' },
  },
  {
    path: 'settings/channels',
    component: () => import('#web/pages/ChannelsPage.vue'),
    meta: { title: 'channels' },
  },
  {
    path: 'settings/channels/connect/:kind',
    component: () => import('#web/pages/ConnectChannelPage.vue'),
    meta: { title: 'connectChannel' },
  },
]

export function routes(app: App): RouteRecordRaw[] {
  return [
    { path: '/', component: () => import('#web/pages/HomePage.vue') },
    {
      path: SIGN_IN_PATH,
      component: () => import('#web/pages/SignInPage.vue'),
      meta: { isOpen: true, title: 'signIn' },
    },
    {
      path: REGISTER_PATH,
      component: () => import('#web/pages/RegisterPage.vue'),
      meta: { title: 'register' },
    },
    { path: '/c/:companyId', component: () => loadCompanyPage(app), children: companyPages },
    { path: '/:rest(.*)*', component: () => import('#web/pages/NothingPage.vue'), meta: { isOpen: true } },
  ]
}
