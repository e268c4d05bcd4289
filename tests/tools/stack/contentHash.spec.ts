import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from '#tools/stack/contentHash.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pact-hash-'))
  mkdirSync(join(root, 'web/dist'), { recursive: true })
  writeFileSync(join(root, 'web/page.ts'), 'one')
  writeFileSync(join(root, 'web/dist/built.js'), 'built')
})

afterEach(() => rmSync(root, { recursive: true }))

describe('contentHash', () => {
  it('changes with a file', async () => {
    const before = await contentHash(root, ['web'])
    writeFileSync(join(root, 'web/page.ts'), 'two')
    expect(await contentHash(root, ['web'])).not.toBe(before)
  })

  it('changes when a file is renamed', async () => {
    const before = await contentHash(root, ['web'])
    rmSync(join(root, 'web/page.ts'))
    writeFileSync(join(root, 'web/other.ts'), 'one')
    expect(await contentHash(root, ['web'])).not.toBe(before)
  })

  it('does not see what a build made', async () => {
    const before = await contentHash(root, ['web'])
    writeFileSync(join(root, 'web/dist/built.js'), 'built again')
    expect(await contentHash(root, ['web'])).toBe(before)
  })

  it('reads a single file, and passes over a missing path', async () => {
    expect(await contentHash(root, ['web/page.ts', 'crm'])).toBe(await contentHash(root, ['web/page.ts']))
  })
})
