import { describe, expect, it } from 'vitest'
import { adapters } from '#channels/adapters.ts'
import { manifests } from '#channels/manifests.ts'
import { isInRepository, sourceFiles } from './sourceFiles.ts'

const FILES = ['manifest.ts', 'payload.ts', 'receive.ts', 'send.ts', 'adapter.ts', 'README.md']

/** Another face of a channel that has a folder. */
const FACES = ['openline']
const withFolder = (kinds: object) => Object.keys(kinds).filter((kind) => !FACES.includes(kind))

const folders = [...new Set(sourceFiles('channels/*/*').map((path) => path.split('/')[1] ?? ''))]

describe('channels', () => {
  it('are listed once each, as manifest and as adapter', () => {
    expect(withFolder(manifests).sort()).toEqual(folders)
    expect(withFolder(adapters).sort()).toEqual(folders)
  })

  it.each(Object.entries(manifests))('%s is listed under its own kind', (kind, manifest) => {
    expect(manifest.kind).toBe(kind)
  })

  describe.each(folders)('%s', (kind) => {
    it('has every file a channel has', () => {
      expect(FILES.filter((file) => !isInRepository(`channels/${kind}/${file}`))).toEqual([])
    })

    it('keeps the contract', () => {
      expect(isInRepository(`tests/channels/${kind}/contract.spec.ts`)).toBe(true)
    })

    it('has recorded traffic', () => {
      expect(sourceFiles(`tests/recordings/channels/${kind}/*.json`)).not.toEqual([])
    })
  })
})
