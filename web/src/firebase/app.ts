import { initializeApp } from 'firebase/app'
import type { FirebaseOptions } from 'firebase/app'
import { areEmulatorsUsed, localProjectId } from './emulators.ts'

function config(): FirebaseOptions {
  if (areEmulatorsUsed) return { projectId: localProjectId(), apiKey: 'local', appId: 'local' }
  return JSON.parse(import.meta.env.VITE_FIREBASE_CONFIG ?? '{}') as FirebaseOptions
}

export const app = initializeApp(config())

/** Where every function runs. */
export const REGION = 'europe-west1'
