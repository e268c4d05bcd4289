import { writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

export interface JarEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

interface Manifest {
  readonly mainClass: string
  /** The jar that holds the rest. */
  readonly classPath: string
}

/** Writes a jar that starts `mainClass` with another jar's classes at hand. A jar is a plain zip: no JDK needed. */
export async function writeJar(
  path: string,
  manifest: Manifest,
  classes: readonly JarEntry[] = [],
): Promise<void> {
  const first = { name: 'META-INF/MANIFEST.MF', bytes: Buffer.from(manifestText(manifest)) }
  await writeFile(path, zip([first, ...classes]))
}

const MANIFEST_LINE_BYTES = 72

/** A line holds 72 bytes at most, its end not counted; what goes on starts with a blank. */
export function manifestText({ mainClass, classPath }: Manifest): string {
  const lines = [
    'Manifest-Version: 1.0',
    `Main-Class: ${mainClass}`,
    `Class-Path: file:${encodeURI(classPath)}`,
  ]
  return `${lines.map(wrap).join('\n')}\n`
}

function wrap(line: string): string {
  const rest = line.slice(MANIFEST_LINE_BYTES)
  return rest === '' ? line : `${line.slice(0, MANIFEST_LINE_BYTES)}\n${wrap(` ${rest}`)}`
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const VERSION = 20
/** 1 January 1980, so that the same content gives the same bytes. */
const DOS_DATE = 0x21

function zip(entries: readonly JarEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const local = Buffer.concat([header(entry), Buffer.from(entry.name), entry.bytes])
    directory.push(directoryEntry(entry, offset))
    files.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...files, listed, endOfDirectory(entries.length, listed.length, offset)])
}

/** The fields a file and its line in the directory share, stored without compression. */
function sharedFields(entry: JarEntry): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(DOS_DATE, 8)
  fields.writeUInt32LE(crc32(entry.bytes), 10)
  fields.writeUInt32LE(entry.bytes.length, 14)
  fields.writeUInt32LE(entry.bytes.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(entry.name), 22)
  return fields
}

function header(entry: JarEntry): Buffer {
  return Buffer.concat([uint32(LOCAL_HEADER), sharedFields(entry)])
}

function directoryEntry(entry: JarEntry, offset: number): Buffer {
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(VERSION)
  const unused = Buffer.alloc(10)
  return Buffer.concat([
    uint32(CENTRAL_HEADER),
    madeBy,
    sharedFields(entry),
    unused,
    uint32(offset),
    Buffer.from(entry.name),
  ])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([uint32(END_OF_DIRECTORY), end])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
