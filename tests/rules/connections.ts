import { deleteApp, initializeApp } from 'firebase/app'
import type { FirebaseApp } from 'firebase/app'
import { connectFirestoreEmulator, initializeFirestore, setLogLevel } from 'firebase/firestore'
import type { EmulatorMockTokenOptions, Firestore } from 'firebase/firestore'
import { connectStorageEmulator, getStorage } from 'firebase/storage'
import type { FirebaseStorage } from 'firebase/storage'
import { afterAll } from 'vitest'
import { emulatorAddress } from './emulatorAddress.ts'
import { freshId } from './freshId.ts'
import { RULES_PROJECT } from './rulesProject.ts'

/** What an ID token says of its bearer. */
export type Token = EmulatorMockTokenOptions & { readonly sub: string }

/** `owner` is not asked by rules at all; null is nobody. */
type Bearer = Token | 'owner' | null

const apps: FirebaseApp[] = []

function newApp(projectId: string): FirebaseApp {
  const app = initializeApp(
    { projectId, apiKey: 'local', storageBucket: `${projectId}.appspot.com` },
    freshId(),
  )
  apps.push(app)
  return app
}

function tokenOption(bearer: Bearer): { mockUserToken?: EmulatorMockTokenOptions | string } {
  return bearer === null ? {} : { mockUserToken: bearer }
}

export function connectFirestore(bearer: Bearer, projectId = RULES_PROJECT): Firestore {
  setLogLevel('silent')
  const firestore = initializeFirestore(newApp(projectId), {})
  const { host, port } = emulatorAddress('FIRESTORE_EMULATOR_HOST')
  connectFirestoreEmulator(firestore, host, port, tokenOption(bearer))
  return firestore
}

export function connectStorage(bearer: Bearer, projectId: string): FirebaseStorage {
  const storage = getStorage(newApp(projectId))
  const { host, port } = emulatorAddress('FIREBASE_STORAGE_EMULATOR_HOST')
  connectStorageEmulator(storage, host, port, tokenOption(bearer))
  return storage
}

afterAll(() => Promise.all(apps.map(deleteApp)))
