import { getAuth } from 'firebase-admin/auth'
import { app } from '#functions/platform/app.ts'

/** What a browser signs in with as `uid`. */
export function customToken(uid: string): Promise<string> {
  return getAuth(app()).createCustomToken(uid)
}
