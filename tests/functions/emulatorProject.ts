import { randomBytes } from 'node:crypto'
import { deleteApp, getApps } from 'firebase-admin/app'

const key = () => randomBytes(32).toString('base64')

/**
 * Points this process at a project of its own on the running emulators, with keys as a deployment has
 * them. The functions emulator knows only its own project: no trigger fires here.
 */
export function useEmulatorProject(name: string): { clear(): Promise<void>; close(): Promise<void> } {
  const host = process.env['FIRESTORE_EMULATOR_HOST']
  if (!host) throw new Error('FIRESTORE_EMULATOR_HOST is not set: run this suite with `npm test`')
  const projectId = `demo-pact-${name}`
  process.env['GCLOUD_PROJECT'] = projectId
  process.env['FIREBASE_CONFIG'] = JSON.stringify({ projectId, storageBucket: `${projectId}.appspot.com` })
  for (const secret of ['CREDENTIALS_KEY', 'FILES_KEY', 'CODES_KEY']) process.env[secret] ??= key()
  process.env['PUBLIC_URL'] ??= 'https://pact.example'
  return {
    async clear() {
      const url = `http://${host}/emulator/v1/projects/${projectId}/databases/(default)/documents`
      await fetch(url, { method: 'DELETE' })
    },
    async close() {
      await Promise.all(getApps().map((app) => deleteApp(app)))
    },
  }
}
