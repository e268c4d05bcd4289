import { getApps, initializeApp } from 'firebase-admin/app'
import { getAuth } from 'firebase-admin/auth'
import * as z from 'zod/mini'

const answerSchema = z.object({ idToken: z.string() })

/** A token as a browser has it once it has signed in as `uid`, at the running Auth emulator. */
export async function signedIn(uid: string): Promise<string> {
  if (getApps().length === 0) initializeApp()
  const host = process.env['FIREBASE_AUTH_EMULATOR_HOST'] ?? ''
  const token = await getAuth().createCustomToken(uid)
  const url = `http://${host}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, returnSecureToken: true }),
  })
  return answerSchema.parse(await response.json()).idToken
}
