import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { prepareEmulators } from '#tools/emulators/prepareEmulators.ts'
import { buildIfChanged } from '#tools/stack/buildIfChanged.ts'
import { functionsBuild } from '#tools/stack/builds.ts'
import type { Child, ChildSpec } from '#tools/stack/Children.ts'
import { Children, tailOf } from '#tools/stack/Children.ts'
import { ROOT } from '#tools/stack/layout.ts'
import { writeFirebaseConfig } from '#tools/stack/writeFirebaseConfig.ts'
import { functionsParameters, writeSecrets } from '#tools/stack/writeFunctionsEnvironment.ts'

const FIRESTORE_PORT = 5302
const BASE = 5300
const HOOKS_PORT = 5330
const HOOKS_URL = `http://127.0.0.1:${String(HOOKS_PORT)}`
const START_TIMEOUT_MS = 120_000

/** A Firestore emulator and the built `hooks` function as production serves it, both gone with the bench. */
export class BenchStack {
  readonly #projectId: string
  readonly #children = new Children(join(ROOT, '.pact/bench/logs'))

  constructor(name: string) {
    this.#projectId = `demo-pact-bench-${name}`
  }

  get hooksUrl(): string {
    return HOOKS_URL
  }

  /** Also points this very process at the emulator. */
  async start(): Promise<void> {
    await writeSecrets()
    await buildIfChanged(functionsBuild)
    const { environment } = await prepareEmulators(ROOT)
    const functions = await functionsEnvironment(BASE, {
      GCLOUD_PROJECT: this.#projectId,
      FIRESTORE_EMULATOR_HOST: `127.0.0.1:${String(FIRESTORE_PORT)}`,
      METADATA_SERVER_DETECTION: 'none',
    })
    Object.assign(process.env, functions)
    const firebase = join(ROOT, 'node_modules/firebase-tools/lib/bin/firebase.js')
    const emulators = this.#children.start({
      name: 'emulators',
      args: [
        firebase,
        'emulators:start',
        '--only',
        'firestore',
        '--project',
        this.#projectId,
        '--config',
        await this.#config(),
      ],
      environment,
    })
    await untilLogged(emulators.log, 'All emulators ready')
    await serveHooks((spec) => this.#children.start(spec), functions)
  }

  async stop(): Promise<void> {
    await this.#children.stop(5000)
  }

  #config(): Promise<string> {
    return writeFirebaseConfig({
      base: BASE,
      firestore: 'firestore',
      functionsEnvironment: join(ROOT, '.pact/bench/functions'),
    })
  }
}

/** functions-framework: many requests in one process, as in production; the functions emulator gives each its own. */
export async function serveHooks(
  run: (spec: ChildSpec) => Child,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const framework = join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js')
  run({
    name: 'hooks',
    args: [framework, '--source', 'functions', '--target', 'hooks', '--port', String(HOOKS_PORT)],
    environment: { ...environment, FUNCTION_TARGET: 'hooks' },
    directory: ROOT,
  })
  await untilAnswering(HOOKS_URL)
  return HOOKS_URL
}

/** What a deployment would set: keys, parameters, and where the emulators are. */
export async function functionsEnvironment(
  base: number,
  emulators: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const secrets = await readFile(join(ROOT, 'functions/.secret.local'), 'utf8')
  const pairs = secrets.split('\n').flatMap((line) => {
    const at = line.indexOf('=')
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : []
  })
  const projectId = emulators['GCLOUD_PROJECT'] ?? ''
  const firebase = { FIREBASE_CONFIG: JSON.stringify({ projectId }) }
  return { ...Object.fromEntries(pairs), ...functionsParameters(base), ...firebase, ...emulators }
}

export async function untilLogged(log: string, words: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (!(await readFile(log, 'utf8')).includes(words)) {
    if (Date.now() > deadline) throw new Error(`The emulators did not come up.\n${tailOf(log)}`)
    await wait(200)
  }
}

async function untilAnswering(url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;) {
    try {
      await fetch(url)
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await wait(200)
    }
  }
}
