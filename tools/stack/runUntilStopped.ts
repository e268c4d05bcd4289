import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { ROOT } from './layout.ts'
import { stopWithParent } from './stopWithParent.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** npm and the terminal both pass one Ctrl-C on: what comes this close is the same one. */
const SAME_SIGNAL_MS = 1000

export interface Program {
  /** Brings it up; stays pending as long as it shall run. */
  run(stopped: AbortSignal): Promise<void>
  /** Ends it in order, however far `run` got. */
  stop(): Promise<void>
}

/** Runs a program until it is done, fails or is told to stop; a second signal does not wait. */
export async function runUntilStopped(program: Program): Promise<never> {
  const stopping = new AbortController()
  const told = new Promise<number>((resolve) => onSignal(() => resolve(130)))
  void told.then(() => stopping.abort())
  const done = program.run(stopping.signal).then(() => 0)
  const code = await Promise.race([done, told]).catch(reportFailure)
  await program.stop().catch(reportFailure)
  process.exit(code)
}

function onSignal(stop: () => void): void {
  let first = 0
  const take = (): void => {
    if (first === 0) {
      first = Date.now()
      stop()
    } else if (Date.now() - first > SAME_SIGNAL_MS) process.exit(130)
  }
  for (const signal of SIGNALS) process.on(signal, take)
  stopWithParent(take)
}

/** One sentence for the person; where it came from goes to a log. */
function reportFailure(error: unknown): number {
  console.error(`\n${error instanceof Error ? error.message : inspect(error)}`)
  mkdirSync(join(ROOT, '.pact'), { recursive: true })
  appendFileSync(join(ROOT, '.pact/launcher.log'), `${new Date().toISOString()} ${inspect(error)}\n`)
  return 1
}
