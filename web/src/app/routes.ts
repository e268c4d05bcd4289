import type { App } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import {
  ACCOUNT_PATH,
  ALL_COMPANIES_PATH,
  CONFIRM_EMAIL_PATH,
  INVITATION_PATH,
  REGISTER_PATH,
  SIGN_IN_PATH,
} from '#shared/domain/pagePaths.ts'

/** `isOpen`: for those not signed in too. `isMailedLink`: a token follows its `#`. `title`: key of the page's title. */
declare module 'vue-router' {
  interface RouteMeta {
    isOpen?: true
    isMailedLink?: true
    title?:
      | 'signIn'
      | 'register'
      | 'invitation'
      | 'confirmEmail'
      | 'account'
      | 'allCompanies'
      | 'inbox'
      | 'templates'
      | 'staff'
      | 'channels'
      | 'connectChannel'
      | 'companySettings'
      | 'messageSettings'
      | 'audit'
      | ComingName
  }
}

/** Behind sign-in stands the frame, and Vuetify with it. */
async function withVuetify<Page>(app: App, loaded: Promise<Page>): Promise<Page> {
  const [{ installVuetify }, page] = await Promise.all([import('./vuetify.ts'), loaded])
  installVuetify(app)
  return page
}

/** Sections that are announced by a page of their name. */
const coming = ['broadcasts', 'contacts', 'groups', 'crm', 'analytics', 'billing'] as const
type ComingName = (typeof coming)[number]

const comingPages = coming.map((name): RouteRecordRaw => ({
  path: name,
  component: () => import('#web/pages/ComingPage.vue'),
  props: { name },
  meta: { title: name },
}))

const companyPages: RouteRecordRaw[] = [
  { path: '', redirect: ({ params }) => `/c/${String(params.companyId)}/inbox` },
  {
    path: 'inbox/:conversationId?',
    component: () => import('#web/pages/InboxPage.vue'),
    meta: { title: 'inbox' },
  },
  {
    path: 'templates',
    component: () => import('#web/pages/TemplatesPage.vue'),
    meta: { title: 'templates' },
  },
  {
    path: 'staff',
    component: () => import('#web/pages/StaffPage.vue'),
    meta: { title: 'staff' },
  },
  { path: 'settings', redirect: ({ params }) => `/c/${String(params.companyId)}/settings/channels` },
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
  {
    path: 'settings/company',
    component: () => import('#web/pages/CompanySettingsPage.vue'),
    meta: { title: 'companySettings' },
  },
  {
    path: 'settings/messages',
    component: () => import('#web/pages/MessageSettingsPage.vue'),
    meta: { title: 'messageSettings' },
  },
  {
    path: 'settings/audit',
    component: () => import('#web/pages/AuditPage.vue'),
    meta: { title: 'audit' },
  },
  ...comingPages,
]

/** Without the frame: on the way in. */
const entrancePages: RouteRecordRaw[] = [
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
  {
    path: INVITATION_PATH,
    component: () => import('#web/pages/InvitationPage.vue'),
    meta: { isOpen: true, isMailedLink: true, title: 'invitation' },
  },
  {
    path: CONFIRM_EMAIL_PATH,
    component: () => import('#web/pages/ConfirmEmailPage.vue'),
    meta: { isOpen: true, isMailedLink: true, title: 'confirmEmail' },
  },
]

export function routes(app: App): RouteRecordRaw[] {
  return [
    { path: '/', component: () => import('#web/pages/HomePage.vue') },
    ...entrancePages,
    {
      path: ACCOUNT_PATH,
      component: () => withVuetify(app, import('#web/pages/AccountPage.vue')),
      meta: { title: 'account' },
    },
    {
      path: `${ALL_COMPANIES_PATH}/:companyId?/:conversationId?`,
      component: () => withVuetify(app, import('#web/pages/AllCompaniesPage.vue')),
      meta: { title: 'allCompanies' },
    },
    {
      path: '/c/:companyId',
      component: () => withVuetify(app, import('#web/pages/CompanyPage.vue')),
      children: companyPages,
    },
    { path: '/:rest(.*)*', component: () => import('#web/pages/NothingPage.vue'), meta: { isOpen: true } },
  ]
}
