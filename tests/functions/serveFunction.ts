import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const START_TIMEOUT_MS = 30_000
const POLL_MS = 100

/** Serves one built HTTP function as production does: many requests in one process. */
export async function serveFunction(
  target: string,
  port: number,
): Promise<{ url: string; stop(): Promise<void> }> {
  const framework = 'node_modules/@google-cloud/functions-framework/build/src/main.js'
  const args = [framework, '--source', 'functions', '--target', target, '--port', String(port)]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, FUNCTION_TARGET: target },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${String(port)}`
  await untilAnswering(url)
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
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
      await wait(POLL_MS)
    }
  }
}
