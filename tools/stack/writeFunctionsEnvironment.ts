import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifests } from '#channels/manifests.ts'
import { localPort } from '#shared/local/ports.ts'
import { PROJECT_ID, ROOT, localUrl } from './layout.ts'

/** What the functions read as parameters: the product's own address, and simulators in place of providers. */
export async function writeFunctionsEnvironment(base: number, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  const lines = Object.entries(functionsParameters(base)).map(([name, value]) => `${name}=${value}`)
  await writeFile(join(directory, `.env.${PROJECT_ID}`), `${lines.join('\n')}\n`)
}

export function functionsParameters(base: number): Record<string, string> {
  const simulators = localUrl(localPort(base, 'simulators'))
  const provided = Object.values(manifests).filter((manifest) => manifest.defaultBaseUrl !== '')
  return {
    PUBLIC_URL: localUrl(localPort(base, 'hosting')),
    SMS_GATEWAY_URL: `${simulators}/sms`,
    SMS_GATEWAY_KEY: 'local',
    ...Object.fromEntries(
      provided.map(({ kind }) => [`PROVIDER_URL_${kind.toUpperCase()}`, `${simulators}/${kind}`]),
    ),
  }
}

const SECRETS = ['CREDENTIALS_KEY', 'FILES_KEY', 'CODES_KEY']
const SECRET_BYTES = 32

/** Keys of this machine, made once: what they sealed could not be opened with others. */
export async function writeSecrets(root = ROOT): Promise<void> {
  const path = join(root, 'functions/.secret.local')
  const there = existsSync(path) ? await readFile(path, 'utf8') : ''
  const missing = SECRETS.filter((name) => !there.includes(`${name}=`))
  if (missing.length === 0) return
  const made = missing.map((name) => `${name}=${randomBytes(SECRET_BYTES).toString('base64')}\n`)
  await writeFile(path, there + made.join(''), { mode: 0o600 })
}
