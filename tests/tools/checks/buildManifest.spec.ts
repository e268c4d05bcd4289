import { describe, expect, it } from 'vitest'
import { reachable } from '#tools/checks/buildManifest.ts'

function chunk(imports: string[], dynamicImports: string[] = []) {
  return { file: 'x.js', css: [], imports, dynamicImports }
}

const manifest = {
  page: chunk(['a'], ['later']),
  a: chunk(['b']),
  b: chunk(['a']),
  later: chunk(['c']),
  c: chunk([]),
}

describe('reachable', () => {
  it('follows static imports, circles too', () => {
    expect([...reachable(manifest, ['page'])]).toEqual(['page', 'a', 'b'])
  })

  it('follows later loads when asked', () => {
    expect([...reachable(manifest, ['page'], true)].sort()).toEqual(['a', 'b', 'c', 'later', 'page'])
  })

  it('misses no page that is gone', () => {
    expect(() => reachable(manifest, ['nowhere'])).toThrow('nowhere')
  })
})
