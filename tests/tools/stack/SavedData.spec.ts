import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SavedData, nextName } from '#tools/stack/SavedData.ts'

let hub: Server
let hubUrl = ''
let hubFails = false
/** How many exports are under way, and how many were at most. */
let underWay = 0
let mostAtOnce = 0
let folder = ''

/** Writes a folder where it is told to, one file after another, as the emulators' hub does. */
async function exportTo(path: string): Promise<void> {
  mostAtOnce = Math.max(mostAtOnce, ++underWay)
  mkdirSync(path)
  for (const name of ['firestore_export', 'storage_export', 'metadata.json']) {
    await new Promise(setImmediate)
    if (!hubFails) writeFileSync(join(path, name), '{}')
  }
  underWay--
}

beforeAll(async () => {
  hub = createServer((request, response) => {
    void json(request)
      .then((body) => exportTo((body as { path: string }).path))
      .then(
        () => response.writeHead(hubFails ? 500 : 200).end('{}'),
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
  }).listen(0, '127.0.0.1')
  await once(hub, 'listening')
  hubUrl = `http://127.0.0.1:${String((hub.address() as AddressInfo).port)}`
})

afterAll(() => hub.close())

beforeEach(() => {
  hubFails = false
  mostAtOnce = 0
  folder = mkdtempSync(join(tmpdir(), 'pact-data-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('nextName', () => {
  it('counts on from the last', () => {
    expect([nextName(undefined), nextName('saved-000009')]).toEqual(['saved-000001', 'saved-000010'])
  })
})

describe('SavedData', () => {
  it('keeps the last complete folder and no other', async () => {
    const data = new SavedData(folder)
    expect(await data.newest()).toBeUndefined()
    await data.save(hubUrl)
    await data.save(hubUrl)
    expect(readdirSync(folder)).toEqual(['saved-000002'])
    expect(await data.newest()).toBe(join(folder, 'saved-000002'))
  })

  it('holds on to what it has when the emulators fail', async () => {
    const data = new SavedData(folder)
    await data.save(hubUrl)
    hubFails = true
    await expect(data.save(hubUrl)).rejects.toThrow(/did not write/)
    expect(await data.newest()).toBe(join(folder, 'saved-000001'))
  })

  it('goes on after a save that was cut off', async () => {
    mkdirSync(join(folder, 'unfinished'))
    mkdirSync(join(folder, 'unfinished-4187/storage_export'), { recursive: true })
    const data = new SavedData(folder)
    expect(await data.newest()).toBeUndefined()
    await data.save(hubUrl)
    expect(readdirSync(folder)).toEqual(['saved-000001'])
  })

  it('saves one after another what was to be saved at once', async () => {
    const data = new SavedData(folder)
    await Promise.all([data.save(hubUrl), data.save(hubUrl), data.save(hubUrl)])
    expect(mostAtOnce).toBe(1)
    expect(readdirSync(folder)).toEqual(['saved-000003'])
    expect(readdirSync(join(folder, 'saved-000003'))).toContain('metadata.json')
  })

  it('saves after a save that failed', async () => {
    const data = new SavedData(folder)
    hubFails = true
    const failing = data.save(hubUrl)
    await expect(failing).rejects.toThrow(/did not write/)
    hubFails = false
    await data.save(hubUrl)
    expect(readdirSync(folder)).toEqual(['saved-000001'])
  })

  it('forgets everything when asked', async () => {
    const data = new SavedData(folder)
    await data.save(hubUrl)
    await data.removeAll()
    expect(existsSync(folder)).toBe(false)
  })
})
