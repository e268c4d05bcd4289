import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manifestText, writeJar } from '#tools/emulators/writeJar.ts'

const LONG_PATH = `/opt/${'a-rather-long-folder/'.repeat(8)}firestore.jar`

describe('manifestText', () => {
  it('wraps at 72 bytes and goes on with a blank', () => {
    const lines = manifestText({ mainClass: 'Main', classPath: LONG_PATH }).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBe(72)
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(1)
  })

  it('says the same once unwrapped', () => {
    const text = manifestText({ mainClass: 'Main', classPath: LONG_PATH })
    expect(text.replaceAll('\n ', '')).toBe(
      `Manifest-Version: 1.0\nMain-Class: Main\nClass-Path: file:${LONG_PATH}\n`,
    )
  })

  it('escapes blanks in a path', () => {
    expect(manifestText({ mainClass: 'Main', classPath: '/a b/c.jar' })).toContain('file:/a%20b/c.jar')
  })
})

describe('writeJar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pact-jar-'))
  const jar = join(folder, 'some.jar')
  const bytes = Buffer.from('no real class')

  beforeAll(() => writeJar(jar, { mainClass: 'Main', classPath: '/x.jar' }, [{ name: 'Main.class', bytes }]))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('puts the manifest first', () => {
    expect(readFileSync(jar).subarray(30, 50).toString()).toBe('META-INF/MANIFEST.MF')
  })

  it('stores each file with its checksum', () => {
    const written = readFileSync(jar)
    const at = written.indexOf('Main.class') - 30
    expect(written.readUInt32LE(at)).toBe(0x04034b50)
    expect(written.readUInt32LE(at + 14)).toBe(crc32(bytes))
    expect(written.subarray(at + 40, at + 40 + bytes.length)).toEqual(bytes)
  })

  it('lists all files at its end', () => {
    const end = readFileSync(jar).subarray(-22)
    expect(end.readUInt32LE(0)).toBe(0x06054b50)
    expect(end.readUInt16LE(10)).toBe(2)
  })
})
