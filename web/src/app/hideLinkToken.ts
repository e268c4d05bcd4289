import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'
import { keepLinkToken } from '#web/stores/linkToken.ts'

/** Takes the token of a mailed link out of the address bar and the history before anything is shown. */
export function hideLinkToken(
  { path, query, hash }: RouteLocationNormalized,
  from: RouteLocationNormalized,
): RouteLocationRaw | true | Promise<never> {
  if (hash === '') return true
  keepLinkToken(path, hash.slice(1))
  // Without the router's own state, which would name the token, too.
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  if (from.path !== path || from.matched.length === 0) return { path, query, replace: true }
  // Another link in the same tab: the page begins anew, with it.
  location.reload()
  return new Promise<never>(() => undefined)
}
