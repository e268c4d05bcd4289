import { connectFirestoreEmulator, initializeFirestore, memoryLocalCache } from 'firebase/firestore'
import { app } from './app.ts'
import { areEmulatorsUsed, emulatorAddress } from './emulators.ts'
// Its reads need the signed-in user, so auth is set up before the first of them.
import './auth.ts'

/** Sign-in never loads this module: it is the largest of the SDK. */
export const firestore = initializeFirestore(app, { localCache: memoryLocalCache() })

if (areEmulatorsUsed) {
  const { host, port } = emulatorAddress('firestore')
  connectFirestoreEmulator(firestore, host, port)
}
