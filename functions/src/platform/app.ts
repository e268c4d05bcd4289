import { initializeApp } from 'firebase-admin/app'
import type { App } from 'firebase-admin/app'

let ours: App | undefined

/**
 * Our app, made once per process. Asking `getApps()` would not do: firebase-functions keeps an app of
 * its own there when a trigger runs. `initializeApp()` twice gives the same app.
 */
export function app(): App {
  return (ours ??= initializeApp())
}
