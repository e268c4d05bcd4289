import { getApps, initializeApp } from 'firebase-admin/app'
import { getAuth } from 'firebase-admin/auth'

/** What a browser signs in with as `uid`. */
export function customToken(uid: string): Promise<string> {
  if (getApps().length === 0) initializeApp()
  return getAuth().createCustomToken(uid)
}
