import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { LocalPort } from '#shared/local/ports.ts'
import { localPort } from '#shared/local/ports.ts'
import { ROOT } from './layout.ts'

interface FirebaseConfig {
  readonly functions: readonly Record<string, unknown>[]
  readonly emulators: Record<string, unknown>
}

export interface LocalFirebase {
  readonly base: number
  /** The port Firestore itself listens on: another one where a proxy has its place. */
  readonly firestore: LocalPort
  /** Where the functions' parameters of this stack lie. */
  readonly functionsEnvironment: string
}

/** firebase.json with the ports of one stack. It lies at the root, since its paths count from where it lies. */
export async function writeFirebaseConfig(local: LocalFirebase): Promise<string> {
  const deployed = await readFile(join(ROOT, 'firebase.json'), 'utf8')
  const config = JSON.parse(reachingEmulators(deployed)) as FirebaseConfig
  const path = join(ROOT, `.firebase.${local.base}.json`)
  await writeFile(path, JSON.stringify(localConfig(config, local), undefined, 2))
  return path
}

const OWN_ORIGIN = "connect-src 'self'"
const EMULATORS = ['127.0.0.1', 'localhost'].flatMap((host) => [`http://${host}:*`, `ws://${host}:*`])

/** The page may speak with emulators, which it cannot where it is deployed. */
export function reachingEmulators(config: string): string {
  return config.replaceAll(OWN_ORIGIN, [OWN_ORIGIN, ...EMULATORS].join(' '))
}

/** The same engines, rules and rewrites; ports and parameters of this stack. */
export function localConfig<Config extends FirebaseConfig>(config: Config, local: LocalFirebase): Config {
  const at = (name: LocalPort): { host: string; port: number } => ({
    host: '127.0.0.1',
    port: localPort(local.base, name),
  })
  const configDir = relative(ROOT, local.functionsEnvironment)
  return {
    ...config,
    functions: config.functions.map((codebase) => ({ ...codebase, configDir })),
    emulators: {
      ...config.emulators,
      auth: at('auth'),
      firestore: { ...at(local.firestore), websocketPort: localPort(local.base, 'firestoreWebsocket') },
      functions: at('functions'),
      storage: at('storage'),
      hosting: at('hosting'),
      tasks: at('tasks'),
      eventarc: at('eventarc'),
      hub: at('hub'),
      logging: at('logging'),
    },
  }
}
