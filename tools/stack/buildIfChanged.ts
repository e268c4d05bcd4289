import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { contentHash } from './contentHash.ts'
import { ROOT } from './layout.ts'
import { say } from './say.ts'

const run = promisify(execFile)

export interface Build {
  readonly name: string
  readonly sources: readonly string[]
  /** The folder it makes, and a file that is there once it is complete. */
  readonly output: string
  readonly result: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Lies within the output, so that a build made otherwise, which empties it, is never taken for this one. */
const STAMP = '.built-from'

/** Builds unless what lies there was made from the same sources by the same command. */
export async function buildIfChanged(build: Build, root = ROOT): Promise<void> {
  const stamp = join(root, build.output, STAMP)
  const made = `${await contentHash(root, build.sources)} ${JSON.stringify([build.command, build.environment])}`
  if (existsSync(join(root, build.result)) && (await readStamp(stamp)) === made) {
    say(`${build.name}: unchanged, not built again`)
    return
  }
  say(`${build.name}: building`)
  await runBuild(build, root)
  await writeFile(stamp, made)
}

async function readStamp(path: string): Promise<string> {
  return existsSync(path) ? readFile(path, 'utf8') : ''
}

async function runBuild({ name, command, environment }: Build, root: string): Promise<void> {
  try {
    await run(process.execPath, [...command], { cwd: root, env: { ...process.env, ...environment } })
  } catch (error) {
    const printed = error instanceof Error && 'stderr' in error ? `\n${String(error.stderr)}` : ''
    throw new Error(`${name}: the build failed.${printed}`, { cause: error })
  }
}
