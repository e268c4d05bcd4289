import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeptState } from '#tools/simulators/state/KeptState.ts'

interface Chat {
  readonly text: string
}

let folder = ''
let kept: KeptState<Chat>
const files = (...names: string[]) => new Map(names.map((name) => [name, Buffer.from(name)]))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pact-state-'))
  kept = new KeptState(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a kept state', () => {
  it('is not there at first', async () => {
    expect(await kept.read()).toBeUndefined()
    expect(await kept.readFile('photo')).toBeUndefined()
  })

  it('comes back as it was written last', async () => {
    await kept.write({ state: { text: 'one' }, files: files('photo') })
    await kept.write({ state: { text: 'two' }, files: files('photo') })

    expect(await kept.read()).toEqual({ text: 'two' })
    expect(Buffer.from((await kept.readFile('photo')) ?? []).toString()).toBe('photo')
  })

  it('lets go of files nobody names any more', async () => {
    await kept.write({ state: { text: '' }, files: files('a', 'b') })
    await kept.write({ state: { text: '' }, files: files('b', 'c') })

    expect(readdirSync(join(folder, 'files')).sort()).toEqual(['b', 'c'])
  })

  it.each(['{"version":1,"sta', '{"version":0,"state":{}}'])('puts %j aside', async (content) => {
    writeFileSync(join(folder, 'state.json'), content)

    expect(await kept.read()).toBeUndefined()
    expect(readFileSync(join(folder, 'state.json.unreadable'), 'utf8')).toBe(content)
  })
})
