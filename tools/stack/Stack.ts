import type { Server } from 'node:http'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { LocalPort } from '#shared/local/ports.ts'
import { PORT_OFFSETS, localPort } from '#shared/local/ports.ts'
import { prepareEmulators } from '#tools/emulators/prepareEmulators.ts'
import type { Child, ChildSpec } from './Children.ts'
import { Children, tailOf } from './Children.ts'
import type { Repeating } from './everyMinute.ts'
import { everyMinute } from './everyMinute.ts'
import { findBusyPort } from './findBusyPort.ts'
import { FirestoreProxy } from './FirestoreProxy.ts'
import type { StackDirectories } from './layout.ts'
import { PROJECT_ID, ROOT, localUrl, stackDirectories } from './layout.ts'
import { proveFunctionsLoaded } from './proveFunctionsLoaded.ts'
import { runScheduledFunction } from './runScheduledFunction.ts'
import { SavedData } from './SavedData.ts'
import { say } from './say.ts'
import { serveProxyControl } from './serveProxyControl.ts'
import { writeFirebaseConfig } from './writeFirebaseConfig.ts'
import { writeFunctionsEnvironment, writeSecrets } from './writeFunctionsEnvironment.ts'

export interface StackOptions {
  readonly base: number
  /** Begins with the data that was saved last. */
  readonly keepsData: boolean
  /** Puts a wire that can be cut before Firestore. */
  readonly hasProxy: boolean
  /** Makes one minute of scheduled functions pass each minute. */
  readonly hasTicker: boolean
  /** Firestore under its rules and nothing else. */
  readonly firestoreOnly?: true
}

const EMULATORS_TIMEOUT_MS = 180_000
const POLL_MS = 200
const STOP_GRACE_MS = 15_000

/** Emulators, simulators and what belongs to them, on the ports counted from one base. */
export class Stack {
  readonly #options: StackOptions
  readonly #directories: StackDirectories
  readonly #saved: SavedData
  readonly #repeating: Repeating[] = []
  #children: Children | undefined
  #proxy: FirestoreProxy | undefined
  #proxyControl: Server | undefined

  constructor(options: StackOptions) {
    this.#options = options
    this.#directories = stackDirectories(options.base)
    this.#saved = new SavedData(this.#directories.data)
  }

  url(name: LocalPort): string {
    return localUrl(localPort(this.#options.base, name))
  }

  /** Names the first port that is taken; to be asked before anything is begun. */
  async requireFreePorts(): Promise<void> {
    const ports = Object.keys(PORT_OFFSETS).map((name) => localPort(this.#options.base, name as LocalPort))
    const busy = await findBusyPort(ports)
    if (busy === undefined) return
    throw new Error(
      `Port ${busy} is taken by another program (perhaps Pact runs already): end it, or choose other ports with BASE_PORT=${this.#options.base + 1000}.`,
    )
  }

  async forget(): Promise<void> {
    await this.#saved.removeAll()
  }

  async hasData(): Promise<boolean> {
    return (await this.#saved.newest()) !== undefined
  }

  /** Starts everything; the functions have been built. Rejects, with nothing left running, when something fails. */
  async start(): Promise<void> {
    const emulators = await prepareEmulators(ROOT)
    say(`emulators: ${emulators.summary}`)
    await rm(this.#directories.work, { recursive: true, force: true })
    await mkdir(this.#directories.work, { recursive: true })
    const { base } = this.#options
    await writeSecrets()
    await writeFunctionsEnvironment(base, this.#directories.functionsEnvironment)

    this.#children = new Children(this.#directories.logs)
    try {
      await this.#until(this.#bringUp(this.#children, emulators.environment))
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  /** Resolves never; rejects when a part of the stack ends by itself. */
  get failed(): Promise<never> {
    if (!this.#children) throw new Error('the stack has not been started')
    return this.#children.failed
  }

  /** Runs a program beside the stack that ends with it. */
  run(spec: ChildSpec): Child {
    if (!this.#children) throw new Error('the stack has not been started')
    const environment = { ...this.environment(), ...spec.environment }
    return this.#children.start({ ...spec, environment })
  }

  /** Runs a program that does one thing; rejects when it fails, or the stack does meanwhile. */
  async runTask(spec: ChildSpec): Promise<void> {
    const task = this.run({ ...spec, isTask: true })
    const code = await Promise.race([task.exited, this.failed])
    if (code === 0) return
    throw new Error(spec.printsHere ? `${spec.name} failed.` : `${spec.name} failed.\n${tailOf(task.log)}`)
  }

  /** What a program needs to know to speak with the stack. */
  environment(): Record<string, string> {
    const { base } = this.#options
    return {
      BASE_PORT: String(base),
      GCLOUD_PROJECT: PROJECT_ID,
      FIRESTORE_EMULATOR_HOST: `127.0.0.1:${localPort(base, this.#firestorePort())}`,
      FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${localPort(base, 'auth')}`,
      FIREBASE_STORAGE_EMULATOR_HOST: `127.0.0.1:${localPort(base, 'storage')}`,
      // There is no metadata server to ask for credentials, and asking takes seconds.
      METADATA_SERVER_DETECTION: 'none',
    }
  }

  async save(): Promise<void> {
    await this.#saved.save(this.url('hub'))
  }

  /** Saves every minute from now on: whoever fills an empty stack calls it once that is done. */
  keepSaving(): void {
    this.#repeating.push(
      everyMinute(
        () => this.save(),
        (error) => say(`data: not saved, ${sentence(error)}`),
      ),
    )
  }

  async stop(): Promise<void> {
    for (const repeating of this.#repeating.splice(0)) await repeating.stop()
    await this.#children?.stop(STOP_GRACE_MS)
    this.#proxyControl?.close()
    await this.#proxy?.close()
    this.#children = undefined
    this.#proxyControl = undefined
    this.#proxy = undefined
  }

  async #bringUp(children: Children, environment: Record<string, string>): Promise<void> {
    say('simulators and emulators: starting')
    if (!this.#options.firestoreOnly) await this.#startSimulators()
    const emulators = await this.#startEmulators(children, environment)
    if (this.#options.hasProxy) await this.#startProxy()
    await this.#waitForEmulators(emulators.log)
    if (this.#options.firestoreOnly) return
    const count = await proveFunctionsLoaded(this.url('functions'), emulators.log)
    say(`functions: ${count} loaded, health answers`)
    if (this.#options.hasTicker) this.#startTicker()
  }

  /** They remember the chats that led to the data; without the data they begin anew as well. */
  async #startSimulators(): Promise<void> {
    const simulators = { name: 'simulators', args: ['tools/simulators/main.ts'] }
    const directory = this.#directories.simulators
    if (this.#options.keepsData && !(await this.hasData()))
      await rm(directory, { recursive: true, force: true })
    const environment = this.#options.keepsData ? { SIMULATORS_STATE: directory } : {}
    this.run({ ...simulators, environment })
  }

  async #startEmulators(children: Children, environment: Record<string, string>): Promise<Child> {
    const config = await writeFirebaseConfig({
      base: this.#options.base,
      firestore: this.#firestorePort(),
      functionsEnvironment: this.#directories.functionsEnvironment,
    })
    const data = this.#options.keepsData ? await this.#saved.newest() : undefined
    const firebase = join(ROOT, 'node_modules/firebase-tools/lib/bin/firebase.js')
    const start = ['emulators:start', '--project', PROJECT_ID, '--config', config, '--non-interactive']
    const only = this.#options.firestoreOnly ? ['--only', 'firestore'] : []
    const args = [firebase, ...start, ...only, ...(data ? ['--import', data] : [])]
    const ownTemporary = { ...environment, TMPDIR: await this.#temporary() }
    return children.start({
      name: 'emulators',
      args,
      environment: ownTemporary,
      directory: this.#directories.work,
    })
  }

  /**
   * The Storage emulator keeps its files under the system's temporary folder, at one name for all: one
   * stack ending would take another's away. Not below the project: a socket's path may have 107 letters.
   */
  async #temporary(): Promise<string> {
    const path = join(tmpdir(), `pact-${this.#options.base}`)
    await rm(path, { recursive: true, force: true })
    await mkdir(path, { recursive: true })
    return path
  }

  #firestorePort(): LocalPort {
    return this.#options.hasProxy ? 'firestoreBehindProxy' : 'firestore'
  }

  async #startProxy(): Promise<void> {
    const { base } = this.#options
    this.#proxy = new FirestoreProxy(localPort(base, 'firestoreBehindProxy'))
    await this.#proxy.listen(localPort(base, 'firestore'))
    this.#proxyControl = await serveProxyControl(this.#proxy, localPort(base, 'proxyControl'))
  }

  async #waitForEmulators(log: string): Promise<void> {
    const deadline = Date.now() + EMULATORS_TIMEOUT_MS
    while (!(await readFile(log, 'utf8')).includes('All emulators ready')) {
      if (Date.now() > deadline) throw new Error(`The emulators did not come up.\n${tailOf(log)}`)
      await wait(POLL_MS)
    }
  }

  #startTicker(): void {
    const tick = (): Promise<void> => runScheduledFunction(this.url('functions'), 'everyMinute')
    this.#repeating.push(everyMinute(tick, (error) => say(`scheduled functions: ${sentence(error)}`)))
  }

  /** The work, unless a part of the stack ends before. */
  async #until<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.failed])
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
