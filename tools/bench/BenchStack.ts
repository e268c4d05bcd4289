import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { LocalPort } from '#shared/local/ports.ts'
import { localPort } from '#shared/local/ports.ts'
import { prepareEmulators } from '#tools/emulators/prepareEmulators.ts'
import { buildIfChanged } from '#tools/stack/buildIfChanged.ts'
import { functionsBuild } from '#tools/stack/builds.ts'
import type { Child, ChildSpec } from '#tools/stack/Children.ts'
import { Children, tailOf } from '#tools/stack/Children.ts'
import { ROOT, localUrl } from '#tools/stack/layout.ts'
import { writeFirebaseConfig } from '#tools/stack/writeFirebaseConfig.ts'
import { functionsParameters, writeSecrets } from '#tools/stack/writeFunctionsEnvironment.ts'

export const BENCH_BASE = 5300
const HOOKS_PORT = 5330
const START_TIMEOUT_MS = 120_000

export interface BenchParts {
  /** As firebase-tools names them. */
  readonly emulators: readonly LocalPort[]
  /** The one function that is served. */
  readonly served: string
  readonly port: number
  /** Room for data, as Java is told it. */
  readonly heap?: string
}

const INGEST: BenchParts = { emulators: ['firestore'], served: 'hooks', port: HOOKS_PORT }

/** Emulators and one built function as production serves it, all gone with the bench. */
export class BenchStack {
  readonly projectId: string
  readonly #parts: BenchParts
  readonly #children = new Children(join(ROOT, '.pact/bench/logs'))

  constructor(name: string, parts = INGEST) {
    this.projectId = `demo-pact-bench-${name}`
    this.#parts = parts
  }

  get hooksUrl(): string {
    return localUrl(HOOKS_PORT)
  }

  url(name: LocalPort): string {
    return localUrl(localPort(BENCH_BASE, name))
  }

  /** Also points this very process at the emulators. */
  async start(): Promise<void> {
    await writeSecrets()
    await buildIfChanged(functionsBuild)
    const { environment } = await prepareEmulators(ROOT)
    const functions = await functionsEnvironment(BENCH_BASE, {
      GCLOUD_PROJECT: this.projectId,
      FIRESTORE_EMULATOR_HOST: `127.0.0.1:${String(localPort(BENCH_BASE, 'firestore'))}`,
      FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${String(localPort(BENCH_BASE, 'auth'))}`,
      METADATA_SERVER_DETECTION: 'none',
    })
    Object.assign(process.env, functions)
    const { emulators, served, port, heap } = this.#parts
    const started = this.#children.start({
      name: 'emulators',
      args: await this.#command(emulators),
      environment: { ...environment, ...(heap && { JAVA_TOOL_OPTIONS: `-Xmx${heap}` }) },
    })
    await untilLogged(started.log, 'All emulators ready')
    await serveFunction(served, port, (spec) => this.#children.start(spec), functions)
  }

  async stop(): Promise<void> {
    await this.#children.stop(5000)
  }

  async #command(emulators: readonly string[]): Promise<string[]> {
    const firebase = join(ROOT, 'node_modules/firebase-tools/lib/bin/firebase.js')
    const start = ['emulators:start', '--only', emulators.join(','), '--project', this.projectId]
    return [firebase, ...start, '--config', await this.#config()]
  }

  #config(): Promise<string> {
    return writeFirebaseConfig({
      base: BENCH_BASE,
      firestore: 'firestore',
      functionsEnvironment: join(ROOT, '.pact/bench/functions'),
    })
  }
}

export async function serveHooks(
  run: (spec: ChildSpec) => Child,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  return serveFunction('hooks', HOOKS_PORT, run, environment)
}

/** functions-framework: many requests in one process, as in production; the functions emulator gives each its own. */
async function serveFunction(
  name: string,
  port: number,
  run: (spec: ChildSpec) => Child,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const framework = join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js')
  run({
    name,
    args: [framework, '--source', 'functions', '--target', name, '--port', String(port)],
    environment: { ...environment, FUNCTION_TARGET: name },
    directory: ROOT,
  })
  await untilAnswering(localUrl(port))
  return localUrl(port)
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
