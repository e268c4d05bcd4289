import {
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
  signInWithCustomToken,
  signOut as endSession,
} from 'firebase/auth'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { app } from './app.ts'
import { areEmulatorsUsed, emulatorAddress } from './emulators.ts'

const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence })

if (areEmulatorsUsed) {
  const { host, port } = emulatorAddress('auth')
  connectAuthEmulator(auth, `http://${host}:${String(port)}`, { disableWarnings: true })
}

/** Who is signed in on this browser, once that is known. */
export async function signedInUserId(): Promise<UserId | null> {
  await auth.authStateReady()
  return auth.currentUser && userIdSchema.parse(auth.currentUser.uid)
}

/** Asks whether the sign-in still holds. When it was ended elsewhere the SDK signs out, and `watchSignedIn` tells. */
export async function confirmSignedIn(): Promise<void> {
  await auth.currentUser?.reload()
}

export function watchSignedIn(onChanged: (userId: UserId | null) => void): () => void {
  return onAuthStateChanged(auth, (user) => {
    onChanged(user && userIdSchema.parse(user.uid))
  })
}

export async function signInWithToken(customToken: string): Promise<void> {
  await signInWithCustomToken(auth, customToken)
}

export async function signOut(): Promise<void> {
  await endSession(auth)
}
