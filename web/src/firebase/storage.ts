import { connectStorageEmulator, getStorage } from 'firebase/storage'
import { app } from './app.ts'
import { areEmulatorsUsed, emulatorAddress, localProjectId } from './emulators.ts'

/** Loaded with the first file, not with the page. */
export const storage = areEmulatorsUsed ? localStorageEmulator() : getStorage(app)

function localStorageEmulator() {
  const local = getStorage(app, `gs://${localProjectId()}.appspot.com`)
  const { host, port } = emulatorAddress('storage')
  connectStorageEmulator(local, host, port)
  return local
}
