import { readSource } from './sourceFiles.ts'

export interface Policy {
  readonly operations: readonly string[]
  readonly condition: string
}

/** One `match` with its full path, and what stands in it but not in a `match` inside. */
export interface Match {
  readonly path: string
  readonly policies: readonly Policy[]
  /** The fields named in its `changesOnly([...])` lists. */
  readonly changeable: readonly string[]
}

interface OpenMatch {
  readonly path: string
  readonly depth: number
  text: string
}

const ROOT = /^\/databases\/\{database\}\/documents\/?/

function policiesIn(text: string): Policy[] {
  return [...text.matchAll(/\ballow ([a-z, ]+):\s*if\s+([^;]+);/g)].map(
    ([, operations = '', condition = '']) => ({
      operations: operations.split(',').map((operation) => operation.trim()),
      condition: condition.trim(),
    }),
  )
}

function changeableIn(text: string): string[] {
  return [...text.matchAll(/\bchangesOnly\(\s*\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, field = '']) => field),
  )
}

function toMatch({ path, text }: OpenMatch): Match {
  return { path: path.replace(ROOT, ''), policies: policiesIn(text), changeable: changeableIn(text) }
}

/** `match <path> {` begins one; any other brace only counts. A path's own braces stand without spaces. */
const TOKENS = /match\s+(\/\S+)\s*\{|\$\([^)]*\)|\/\{\w+\}|[{}]|[^{}/$m]+|[/$m]/g

/** Reads a rules file as plain text, every `match` with the paths around it put before its own. */
export function readRules(file: string): Match[] {
  const source = readSource(file).replace(/\/\/.*$/gm, '')
  const open: OpenMatch[] = []
  const closed: OpenMatch[] = []
  let depth = 0
  for (const [token, path] of source.matchAll(TOKENS)) {
    if (path) open.push({ path: (open.at(-1)?.path ?? '') + path, depth: depth++, text: '' })
    else if (token === '{') depth++
    else if (token === '}') {
      depth--
      if (open.at(-1)?.depth === depth) closed.push(...open.splice(-1))
    }
    const innermost = open.at(-1)
    if (innermost && !path) innermost.text += token
  }
  return closed.map(toMatch).filter(({ path }) => path !== '')
}
