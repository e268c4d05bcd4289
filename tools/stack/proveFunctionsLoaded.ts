import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { PROJECT_ID, REGION, ROOT } from './layout.ts'
import { tailOf } from './Children.ts'

const run = promisify(execFile)

const HEALTH_TIMEOUT_MS = 60_000
const RETRY_MS = 500

/**
 * The emulators start happily without functions that failed to load, and drop a trigger they do not know without a
 * word. So: every exported function is among the loaded ones, and one of them answers.
 */
export async function proveFunctionsLoaded(functionsUrl: string, log: string): Promise<number> {
  const loaded = loadedFunctions(await readFile(log, 'utf8'))
  const missing = (await exportedFunctions()).filter((name) => !loaded.includes(name))
  if (missing.length > 0) {
    throw new Error(`The emulators did not load ${missing.join(', ')}.\n${tailOf(log)}`)
  }
  await waitForHealth(`${functionsUrl}/${PROJECT_ID}/${REGION}/health`, log)
  return loaded.length
}

/** The names in the emulator's line about what it has read. */
export function loadedFunctions(log: string): string[] {
  const lists = log.matchAll(/Loaded functions definitions from source: (.+?)\.\s*$/gm)
  return [...lists].at(-1)?.[1]?.split(', ') ?? []
}

async function exportedFunctions(): Promise<string[]> {
  const list = `console.log(Object.keys(await import(${JSON.stringify(join(ROOT, 'functions/lib/index.js'))})).join())`
  const environment = {
    ...process.env,
    GCLOUD_PROJECT: PROJECT_ID,
    FIREBASE_CONFIG: JSON.stringify({ projectId: PROJECT_ID }),
  }
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', list], { env: environment })
  return stdout.trim().split(',')
}

async function waitForHealth(url: string, log: string): Promise<void> {
  const deadline = Date.now() + HEALTH_TIMEOUT_MS
  while (!(await isAnswering(url))) {
    if (Date.now() > deadline) throw new Error(`The functions do not answer at ${url}.\n${tailOf(log)}`)
    await wait(RETRY_MS)
  }
}

async function isAnswering(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })).ok
  } catch {
    return false
  }
}
