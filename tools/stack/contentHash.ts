import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What builds make, and what is none of ours. */
const SKIPPED = new Set(['node_modules', 'lib', 'dist'])

/** Changes when a file under these paths changes, comes or goes. */
export async function contentHash(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesUnder(root, path)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

async function filesUnder(root: string, path: string): Promise<string[]> {
  const found = await stat(join(root, path)).catch(() => undefined)
  if (!found) return []
  if (!found.isDirectory()) return [path]
  const names = (await readdir(join(root, path))).filter(
    (name) => !SKIPPED.has(name) && !name.startsWith('.'),
  )
  const files = await Promise.all(names.sort().map((name) => filesUnder(root, `${path}/${name}`)))
  return files.flat()
}
