import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { closeSync, createWriteStream, mkdirSync, openSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from './layout.ts'

export interface ChildSpec {
  readonly name: string
  /** What the pinned Node runs. */
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly directory?: string
  /** It does one thing and ends; others are expected to stay. */
  readonly isTask?: boolean
  /** Prints where the launcher prints, besides into its log. */
  readonly printsHere?: boolean
}

export interface Child {
  readonly name: string
  readonly log: string
  /** Its exit code, null when a signal ended it. */
  readonly exited: Promise<number | null>
  signal(name: NodeJS.Signals): void
}

const TAIL_LINES = 25

/** The programs a stack consists of. However the launcher ends, they end with it. */
export class Children {
  readonly #logs: string
  readonly #watchdog: ChildProcess
  readonly #children: Child[] = []
  #fail: (error: Error) => void = () => undefined
  #stopping = false

  /** Rejects when one of them ends by itself. */
  readonly failed = new Promise<never>((_, reject) => (this.#fail = reject))

  constructor(logs: string) {
    this.#logs = logs
    mkdirSync(logs, { recursive: true })
    this.failed.catch(() => undefined)
    this.#watchdog = spawn(process.execPath, [join(import.meta.dirname, 'watchdog.ts')], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    this.#watchdog.once('exit', () => this.#reportEnd('The watchdog of the stack ended', undefined))
  }

  start(spec: ChildSpec): Child {
    const log = join(this.#logs, `${spec.name}.log`)
    const child = spec.printsHere ? launchPrinting(spec, log) : launchLogging(spec, log)
    this.#watchdog.stdin?.write(`${String(child.pid)}\n`)
    if (!spec.isTask) child.once('exit', () => this.#reportEnd(`${spec.name} ended by itself`, log))
    const started = {
      name: spec.name,
      log,
      exited: exitOf(child),
      signal: (signal: NodeJS.Signals) => void child.kill(signal),
    }
    this.#children.push(started)
    return started
  }

  /** Asks all to end, the last first; after `graceMs` the watchdog ends them. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true
    for (const child of this.#children.toReversed()) child.signal('SIGINT')
    const all = Promise.all(this.#children.map((child) => child.exited))
    await Promise.race([all, wait(graceMs, undefined, { ref: false })])
    if (this.#watchdog.exitCode !== null || this.#watchdog.signalCode !== null) return
    const gone = once(this.#watchdog, 'exit')
    this.#watchdog.stdin?.end()
    await gone
  }

  #reportEnd(sentence: string, log: string | undefined): void {
    if (this.#stopping) return
    this.#fail(new Error(log ? `${sentence}.\n${tailOf(log)}` : `${sentence}.`))
  }
}

function launchLogging(spec: ChildSpec, log: string): ChildProcess {
  const output = openSync(log, 'w')
  const child = launch(spec, output)
  closeSync(output)
  return child
}

function launchPrinting(spec: ChildSpec, log: string): ChildProcess {
  const colors = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const child = launch({ ...spec, environment: { ...colors, ...spec.environment } }, 'pipe')
  const file = createWriteStream(log)
  for (const { from, to } of [
    { from: child.stdout, to: process.stdout },
    { from: child.stderr, to: process.stderr },
  ]) {
    from?.pipe(to, { end: false })
    from?.pipe(file, { end: false })
  }
  child.once('close', () => file.end())
  return child
}

function launch({ args, environment, directory = ROOT }: ChildSpec, output: number | 'pipe'): ChildProcess {
  return spawn(process.execPath, [...args], {
    cwd: directory,
    env: { ...process.env, ...environment },
    // A group of its own: Ctrl-C reaches the launcher only, which stops its children in order.
    detached: true,
    stdio: ['ignore', output, output],
  })
}

const LAST_WORDS_MS = 2000

/** Its exit code, once what it printed has come, too. A grandchild that holds the pipes is not waited for. */
async function exitOf(child: ChildProcess): Promise<number | null> {
  const closed = new Promise((resolve) => child.once('close', resolve))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  await Promise.race([closed, wait(LAST_WORDS_MS, undefined, { ref: false })])
  return code
}

/** The end of a log, with its path. */
export function tailOf(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES)
  return [`The end of ${relative(ROOT, log)}:`, ...lines.map((line) => `  ${line}`)].join('\n')
}
