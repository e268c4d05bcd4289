import { describe, expect, it } from 'vitest'
import { readSource, sourceFiles } from './sourceFiles.ts'

const sources = sourceFiles('web/**/*.{ts,vue,html,css,js,json,webmanifest,svg}').filter(
  (path) => !/(?:^|\/)(?:tsconfig|package)[^/]*\.json$/.test(path),
)

/** Names of things, never fetched; `.invalid` is reserved for what cannot be. */
function isFetchable(host: string): boolean {
  return host !== 'www.w3.org' && !host.endsWith('.invalid')
}

/** Addresses in comments are documentation. A `//` right after a colon belongs to an address. */
function withoutComments(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
}

/** `https://host`, and `//host` in quotes or url(). */
function outsideHosts(text: string): string[] {
  const addresses = withoutComments(text).matchAll(
    /(?:https?:|wss?:|["'(])\/\/([A-Za-z0-9.-]+\.[A-Za-z]{2,})/g,
  )
  return [...addresses].map(([, host]) => host ?? '').filter(isFetchable)
}

/** The one script that is not ours: asked for only where the server was told to use it. */
const CHOSEN_BY_THE_SERVER = 'web/src/features/auth/loadSmartCaptcha.ts: smartcaptcha.yandexcloud.net'

describe('the page', () => {
  it('is read whole', () => {
    expect(sources.length).toBeGreaterThan(20)
  })

  it('notices an outside address', () => {
    expect(outsideHosts(`<link href="https://cdn.example.com/a.css">`)).toEqual(['cdn.example.com'])
    expect(outsideHosts(`import('//cdn.example.com/a.js')`)).toEqual(['cdn.example.com'])
    expect(outsideHosts('const a = 1 // see https://example.com/a')).toEqual([])
    expect(outsideHosts('<svg xmlns="http://www.w3.org/2000/svg">')).toEqual([])
  })

  it('loads nothing from elsewhere', () => {
    const found = sources.flatMap((path) => outsideHosts(readSource(path)).map((host) => `${path}: ${host}`))
    expect(found).toEqual([CHOSEN_BY_THE_SERVER])
  })

  it('shows text as text', () => {
    expect(
      sources.filter((path) => /\bv-html\b|\.innerHTML\b|insertAdjacentHTML/.test(readSource(path))),
    ).toEqual([])
  })
})
