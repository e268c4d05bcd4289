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
    SMTP_URL: `smtp://127.0.0.1:${localPort(base, 'smtp')}`,
    MAIL_FROM: 'noreply@pact.test',
    // Everybody here has this machine's address.
    CODES_PER_ADDRESS: '1000',
    SMSRU_URL: `${simulators}/smsru`,
    SMSC_URL: `${simulators}/smsc`,
    SMARTCAPTCHA_URL: `${simulators}/smartcaptcha`,
    // Enough to see it work; suites solve many.
    ALTCHA_MAX_COUNTER: '60',
    ...Object.fromEntries(
      provided.map(({ kind }) => [`PROVIDER_URL_${kind.toUpperCase()}`, `${simulators}/${kind}`]),
    ),
  }
}

const SECRETS = ['CREDENTIALS_KEY', 'FILES_KEY', 'CODES_KEY', 'SMTP_PASSWORD']
const SECRET_BYTES = 32

/** Simulators take any key. */
const SIMULATED = { SMS_GATEWAYS: 'smsru:local,smsc:local', SMARTCAPTCHA_SECRET: 'local' }

/** Keys of this machine, made once: what they sealed could not be opened with others. */
export async function writeSecrets(root = ROOT): Promise<void> {
  const path = join(root, 'functions/.secret.local')
  const there = existsSync(path) ? await readFile(path, 'utf8') : ''
  const made = SECRETS.map((name) => [name, randomBytes(SECRET_BYTES).toString('base64')] as const)
  const missing = [...made, ...Object.entries(SIMULATED)].filter(([name]) => !there.includes(`${name}=`))
  if (missing.length === 0) return
  const lines = missing.map(([name, value]) => `${name}=${value}\n`)
  await writeFile(path, there + lines.join(''), { mode: 0o600 })
}
