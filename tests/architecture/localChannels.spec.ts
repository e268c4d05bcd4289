import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localManifests } from '#channels/localManifests.ts'
import { withoutLocalChannels } from '../../web/build/withoutLocalChannels.ts'

const { label, defaultBaseUrl, glyph } = localManifests.sandbox
const { label: openLabel } = localManifests.openline
const TRACES = [label.ru, label.en, openLabel.ru, openLabel.en, defaultBaseUrl, glyph, 'x-sandbox-signature']
const root = new URL('../../', import.meta.url).pathname
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pact-local-channels-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function functionsBuiltWith(environment: Record<string, string>): string {
  const FUNCTIONS_OUTPUT = join(folder, 'index.js')
  const { LOCAL_CHANNELS: _, ...here } = process.env
  execFileSync(process.execPath, ['functions/build.mjs'], {
    cwd: root,
    env: { ...here, ...environment, FUNCTIONS_OUTPUT },
    stdio: 'pipe',
  })
  return readFileSync(FUNCTIONS_OUTPUT, 'utf8')
}

/** What a page that knows all manifests is made of. */
async function manifestsBuiltWith(emulators: string): Promise<string> {
  const before = process.env['VITE_EMULATORS']
  process.env['VITE_EMULATORS'] = emulators
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'silent',
    plugins: [withoutLocalChannels()],
    resolve: { alias: [{ find: /^#shared\//, replacement: `${root}shared/` }] },
    build: {
      outDir: folder,
      minify: false,
      lib: { entry: `${root}channels/manifests.ts`, formats: ['es'], fileName: 'manifests' },
    },
  })
  if (before === undefined) delete process.env['VITE_EMULATORS']
  else process.env['VITE_EMULATORS'] = before
  return readFileSync(join(folder, 'manifests.js'), 'utf8')
}

const tracesIn = (code: string) => TRACES.filter((trace) => code.includes(trace))

describe('channels of the local stack', () => {
  it('are in no functions built for production', () => {
    expect(tracesIn(functionsBuiltWith({}))).toEqual([])
  }, 60_000)

  it('are in the functions of the local stack', () => {
    expect(tracesIn(functionsBuiltWith({ LOCAL_CHANNELS: '1' }))).toEqual(
      expect.arrayContaining([defaultBaseUrl, 'x-sandbox-signature']),
    )
  }, 60_000)

  it('are in no page built for production', async () => {
    expect(tracesIn(await manifestsBuiltWith(''))).toEqual([])
  }, 60_000)

  it('are in the page of the local stack', async () => {
    expect(tracesIn(await manifestsBuiltWith('1'))).toContain(defaultBaseUrl)
  }, 60_000)

  it('are left out by the page’s own configuration, the widget’s frame too', () => {
    const sources = ['web/vite.config.ts', 'web/build/widget.ts'].map((path) =>
      readFileSync(join(root, path), 'utf8'),
    )
    for (const source of sources) expect(source).toMatch(/plugins: \[withoutLocalChannels\(\)/)
  })
})
