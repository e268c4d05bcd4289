import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A process that is ended as its machine would be: without a word. */
export interface FunctionProcess {
  kill(): Promise<void>
  /** Settles with the exit code; null when it was killed. */
  readonly ended: Promise<number | null>
}

/** Runs the built trigger for one outbox entry in a process of its own, as production does. */
export function deliverInProcess(companyId: string, entryId: string): FunctionProcess {
  const script = `
    const { onOutboxEntryCreated } = await import('./functions/lib/index.js')
    await onOutboxEntryCreated.run({ params: ${JSON.stringify({ companyId, entryId })} })
    process.exit()`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, METADATA_SERVER_DETECTION: 'none' },
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
