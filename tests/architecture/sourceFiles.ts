import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Files of the repository by glob, with forward slashes, counted from its root. */
export function sourceFiles(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: ROOT, exclude: ['**/node_modules/**', '**/lib/**', '**/dist/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

export function isInRepository(path: string): boolean {
  return existsSync(join(ROOT, path))
}

/** `functions/src/inbox/receiveMessage.ts` → `receiveMessage`. */
export function nameOf(path: string): string {
  return basename(path, extname(path))
}

/** What a module offers by name. */
export function exportsOf(path: string): string[] {
  const declared = readSource(path).matchAll(
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/gm,
  )
  const listed = readSource(path).matchAll(/^export (?:type )?\{([^}]*)\}/gm)
  return [
    ...[...declared].map(([, name]) => name ?? ''),
    ...[...listed].flatMap(([, names]) => (names ?? '').split(',').map(lastWord)),
  ].filter((name) => name !== '')
}

/** `a as b` is known as `b`. */
function lastWord(clause: string): string {
  return clause.trim().split(/\s+/).at(-1) ?? ''
}
