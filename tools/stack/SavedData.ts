import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What the emulators hold, kept on disk. Each time it is written into a folder of its own that gets its final name
 * once it is complete: whenever the machine stops, the last complete one is there.
 */
export class SavedData {
  readonly #directory: string
  #lastSave: Promise<unknown> = Promise.resolve()

  constructor(directory: string) {
    this.#directory = directory
  }

  /** The newest complete folder, undefined on the first run. */
  async newest(): Promise<string | undefined> {
    const last = (await this.#saved()).at(-1)
    return last && join(this.#directory, last)
  }

  async removeAll(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true })
  }

  /** Asks the emulators' hub to write everything, then lets go of what was kept before. One save waits for another. */
  save(hubUrl: string): Promise<void> {
    const save = this.#lastSave.then(() => this.#saveNow(hubUrl))
    this.#lastSave = save.catch(() => undefined)
    return save
  }

  async #saveNow(hubUrl: string): Promise<void> {
    await this.#removeUnfinished()
    const before = await this.#saved()
    const unfinished = join(this.#directory, `${UNFINISHED}${randomUUID()}`)
    await exportTo(unfinished, hubUrl)
    await rename(unfinished, join(this.#directory, nextName(before.at(-1))))
    for (const name of before) await rm(join(this.#directory, name), { recursive: true })
  }

  /** What a save that was cut off has left. */
  async #removeUnfinished(): Promise<void> {
    await mkdir(this.#directory, { recursive: true })
    const names = (await readdir(this.#directory)).filter((name) => name.startsWith(UNFINISHED))
    for (const name of names) await rm(join(this.#directory, name), { recursive: true })
  }

  async #saved(): Promise<string[]> {
    if (!existsSync(this.#directory)) return []
    return (await readdir(this.#directory)).filter((name) => NAME.test(name)).sort()
  }
}

const NAME = /^saved-(\d{6})$/
const UNFINISHED = 'unfinished'

/** Names sort by age. */
export function nextName(last: string | undefined): string {
  const number = Number(NAME.exec(last ?? '')?.[1] ?? 0) + 1
  return `saved-${String(number).padStart(6, '0')}`
}

async function exportTo(path: string, hubUrl: string): Promise<void> {
  const answer = await fetch(`${hubUrl}/_admin/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, initiatedBy: 'pact' }),
  })
  if (!answer.ok) throw new Error(`the emulators did not write their data: ${await answer.text()}`)
}
