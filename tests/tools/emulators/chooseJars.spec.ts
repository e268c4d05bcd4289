import { describe, expect, it } from 'vitest'
import type { JarFacts } from '#tools/emulators/chooseJars.ts'
import { chooseJars } from '#tools/emulators/chooseJars.ts'

const CACHED = { firestore: '/cache/firestore.jar', storage: '/cache/storage.jar' }
const CLOUD_CLI = ['/usr/lib/sdk/firestore.jar', '/opt/sdk/firestore.jar']

function factsWith(existing: readonly string[], environment: JarFacts['environment'] = {}): JarFacts {
  return { environment, cached: CACHED, cloudCli: CLOUD_CLI, exists: (path) => existing.includes(path) }
}

describe('chooseJars', () => {
  it("takes firebase-tools' cache before the Cloud CLI", () => {
    const { firestore, storage } = chooseJars(factsWith([...Object.values(CACHED), ...CLOUD_CLI]))
    expect(firestore).toEqual({ from: 'cache', path: CACHED.firestore })
    expect(storage).toEqual({ from: 'cache', path: CACHED.storage })
  })

  it("takes the Cloud CLI's jar for what is not cached", () => {
    const { firestore, storage } = chooseJars(factsWith([CACHED.firestore, '/opt/sdk/firestore.jar']))
    expect(firestore.from).toBe('cache')
    expect(storage).toEqual({ from: 'cloudCli', path: '/opt/sdk/firestore.jar' })
  })

  it('leaves the rest to a download', () => {
    expect(chooseJars(factsWith([]))).toEqual({
      firestore: { from: 'download' },
      storage: { from: 'download' },
    })
  })

  it('obeys the environment first', () => {
    const named = { FIRESTORE_EMULATOR_BINARY_PATH: '/mine.jar' }
    expect(chooseJars(factsWith([CACHED.firestore], named)).firestore).toEqual({
      from: 'environment',
      path: '/mine.jar',
    })
  })
})
