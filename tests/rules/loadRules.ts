import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emulatorAddress } from './emulatorAddress.ts'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Puts the repository's rules into force in one project of the Firestore emulator; its coverage begins anew.
 * RULES_FILE names others, to see whether the tests notice.
 */
export async function loadRules(projectId: string): Promise<void> {
  const { host, port } = emulatorAddress('FIRESTORE_EMULATOR_HOST')
  const file = process.env['RULES_FILE'] ?? join(ROOT, 'firestore.rules')
  const content = readFileSync(file, 'utf8')
  const answer = await fetch(`http://${host}:${port}/emulator/v1/projects/${projectId}:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ name: file, content }] } }),
  })
  if (!answer.ok) throw new Error(`the emulator refuses ${file}: ${await answer.text()}`)
}
