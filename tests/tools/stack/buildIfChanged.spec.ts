import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Build } from '#tools/stack/buildIfChanged.ts'
import { buildIfChanged } from '#tools/stack/buildIfChanged.ts'

const BUILD: Build = {
  name: 'some',
  sources: ['source'],
  output: 'out',
  result: 'out/times',
  command: ['build.mjs'],
}

const COUNT_BUILDS = `
import { appendFileSync, mkdirSync } from 'node:fs'
mkdirSync('out', { recursive: true })
appendFileSync('out/times', 'x')
`

let root = ''
const builds = (): number => readFileSync(join(root, 'out/times'), 'utf8').length

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pact-build-'))
  mkdirSync(join(root, 'source'))
  writeFileSync(join(root, 'source/a.ts'), 'one')
  writeFileSync(join(root, 'build.mjs'), COUNT_BUILDS)
})

afterEach(() => rmSync(root, { recursive: true }))

describe('buildIfChanged', () => {
  it('builds once for the same sources', async () => {
    await buildIfChanged(BUILD, root)
    await buildIfChanged(BUILD, root)
    expect(builds()).toBe(1)
  })

  it('builds again after a change', async () => {
    await buildIfChanged(BUILD, root)
    writeFileSync(join(root, 'source/a.ts'), 'two')
    await buildIfChanged(BUILD, root)
    expect(builds()).toBe(2)
  })

  it('builds again when the output was made in another way', async () => {
    await buildIfChanged({ ...BUILD, environment: { MODE: 'other' } }, root)
    await buildIfChanged(BUILD, root)
    expect(builds()).toBe(2)
  })

  it('takes no failed build for a finished one', async () => {
    writeFileSync(join(root, 'build.mjs'), `${COUNT_BUILDS}\nconsole.error('no'); process.exit(1)`)
    await expect(buildIfChanged(BUILD, root)).rejects.toThrow(/the build failed\.\nno/)
    expect(existsSync(join(root, 'out/.built-from'))).toBe(false)
  })
})
