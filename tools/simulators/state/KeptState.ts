import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is kept: a state that JSON can hold, and the files it names. */
export interface Kept<State> {
  readonly state: State
  readonly files: ReadonlyMap<string, Uint8Array>
}

const VERSION = 1

/** A state in a folder of its own: whenever the machine stops, the last complete one is there. */
export class KeptState<State> {
  readonly #path: string
  readonly #files: string

  constructor(directory: string) {
    this.#path = join(directory, 'state.json')
    this.#files = join(directory, 'files')
  }

  /** Undefined when there is none, or none this version can read; that one is put aside. */
  async read(): Promise<State | undefined> {
    if (!existsSync(this.#path)) return undefined
    try {
      const { version, state } = JSON.parse(await readFile(this.#path, 'utf8')) as {
        version: number
        state: State
      }
      if (version === VERSION) return state
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
    await rename(this.#path, `${this.#path}.unreadable`)
    return undefined
  }

  /** Undefined when it is not there any more. */
  async readFile(name: string): Promise<Uint8Array | undefined> {
    const path = join(this.#files, name)
    return existsSync(path) ? readFile(path) : undefined
  }

  /** Files first, so that a state never names one that is missing; then those nobody names go. */
  async write({ state, files }: Kept<State>): Promise<void> {
    await mkdir(this.#files, { recursive: true })
    const there = new Set(await readdir(this.#files))
    for (const [name, bytes] of files) if (!there.has(name)) await writeWhole(join(this.#files, name), bytes)
    await writeWhole(this.#path, JSON.stringify({ version: VERSION, state }))
    for (const name of there) if (!files.has(name)) await rm(join(this.#files, name))
  }
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.unfinished`
  await writeFile(unfinished, content)
  await rename(unfinished, path)
}
