import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emulatorAddress } from './emulatorAddress.ts'

const ROOT = join(import.meta.dirname, '../..')

async function ask(path: string, method: 'PUT' | 'DELETE', body: string | null = null): Promise<void> {
  const { host, port } = emulatorAddress('FIRESTORE_EMULATOR_HOST')
  const answer = await fetch(`http://${host}:${String(port)}/emulator/v1/projects/${path}`, { method, body })
  if (!answer.ok) throw new Error(`the emulator refuses to ${method} ${path}: ${await answer.text()}`)
}

/**
 * Empties one project of the Firestore emulator and puts the repository's rules into force there;
 * their coverage begins anew. RULES_FILE names other rules, to see whether the tests notice.
 */
export async function beginAnew(projectId: string): Promise<void> {
  const name = process.env['RULES_FILE'] ?? join(ROOT, 'firestore.rules')
  const content = readFileSync(name, 'utf8')
  await ask(`${projectId}/databases/(default)/documents`, 'DELETE')
  await ask(`${projectId}:securityRules`, 'PUT', JSON.stringify({ rules: { files: [{ name, content }] } }))
}
