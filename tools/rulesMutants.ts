import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'

/** A condition of the rules that is left out for one run of the tests. */
interface Mutant {
  readonly from: number
  readonly to: number
}

/** Conditions whose absence changes nothing a client could notice, and why they stay. */
const HARMLESS: Readonly<Record<string, string>> = {
  ' hasFields: map.keys().hasAll(required)':
    'every required field is compared as well, and to compare an absent one fails',
  'conversations update: isMemberOf(companyId)': 'the rule of the event in the same batch asks it too',
  'conversations update: after().updatedAt == request.time':
    'the rule of the event in the same batch asks it too',
  'events create: isMemberOf(companyId)': 'the rule of the conversation in the same batch asks it too',
  'events create: after().at == request.time': 'the rule of the conversation in the same batch asks it too',
  'messages create: isMemberOf(companyId)': 'the rule of the outbox entry in the same batch asks it too',
  'outbox create: isMemberOf(companyId)': 'the rule of the message in the same batch asks it too',
  'outbox create: after().createdAt == request.time': 'the rule of the message in the same batch asks it too',
  "presence update: changesOnly(['name', 'activity', 'expiresAt'])":
    'presence has no other fields; the list is compared with collections.ts',
}

const ROOT = join(import.meta.dirname, '..')
const source = readFileSync(join(ROOT, 'firestore.rules'), 'utf8')
/** Comments and texts blanked, so that their signs are not taken for ours; every place stays where it was. */
const code = source.replace(/\/\/.*$|'[^']*'/gm, (text) => ' '.repeat(text.length))

interface Frame {
  readonly isStatement: boolean
  readonly operands: Mutant[]
  from: number
}

function trimmed({ from, to }: Mutant): Mutant {
  const text = source.slice(from, to)
  return { from: from + text.length - text.trimStart().length, to: from + text.trimEnd().length }
}

const TOKENS = /\bif\b|\breturn\b|&&|\|\||[([{})\];]/g

/** Every operand of `&&` or `||`, and every condition that stands alone after `if` or `return`; what gives data is none. */
export function rulesMutants(): Mutant[] {
  const found: Mutant[] = []
  const frames: Frame[] = []
  for (const { 0: token, index } of code.matchAll(TOKENS)) {
    const frame = frames.at(-1)
    const from = index + token.length
    if (token === 'if' || token === 'return') frames.push({ isStatement: true, operands: [], from })
    else if ('([{'.includes(token)) frames.push({ isStatement: false, operands: [], from })
    else if (token === '&&' || token === '||') nextOperand(frame, index, from)
    else if (token !== ';' || frame?.isStatement) found.push(...mutantsOf(frames.pop(), index))
  }
  return found.filter(({ to }) => !source.slice(0, to).endsWith('.data'))
}

function nextOperand(frame: Frame | undefined, to: number, from: number): void {
  frame?.operands.push({ from: frame.from, to })
  if (frame) frame.from = from
}

function mutantsOf(frame: Frame | undefined, to: number): Mutant[] {
  if (!frame) return []
  const operands = [...frame.operands, { from: frame.from, to }]
  return frame.isStatement || operands.length > 1 ? operands.map(trimmed) : []
}

function lineOf({ from }: Mutant): number {
  return source.slice(0, from).split('\n').length
}

function textOf({ from, to }: Mutant): string {
  return source.slice(from, to).replace(/\s+/g, ' ')
}

const allSpecs = globSync('tests/rules/*.spec.ts', { cwd: ROOT }).filter(
  (path) => basename(path) !== 'storage.spec.ts',
)

/** The innermost collection a condition stands in; '' for what all of them share. */
function collectionOf({ from }: Mutant): string {
  return [...source.slice(0, from).matchAll(/match \S*\/(\w+)\/\{\w+\} \{/g)].at(-1)?.[1] ?? ''
}

/** `messages create: isId(messageId)`. */
function nameOf(mutant: Mutant): string {
  const before = [...source.slice(0, mutant.from).matchAll(/allow ([a-z, ]+):|function (\w+)\(/g)].at(-1)
  return `${collectionOf(mutant)} ${before?.[1] ?? before?.[2] ?? ''}: ${textOf(mutant)}`
}

/** A collection's own spec notices most. */
function likelySpecs(mutant: Mutant): string[] {
  const collection = collectionOf(mutant).toLowerCase()
  const own = allSpecs.filter((path) => basename(path).toLowerCase().includes(collection))
  return own.length > 0 ? own : ['tests/rules/serverOnly.spec.ts']
}

function runSpecs(rules: string, specs: readonly string[]): { passed: boolean; told: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pact-mutant-'))
  const file = join(folder, 'firestore.rules')
  writeFileSync(file, rules)
  const run = spawnSync('vitest', ['run', '--project', 'rules', '--bail', '1', ...specs], {
    cwd: ROOT,
    env: { ...process.env, RULES_FILE: file },
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return { passed: run.status === 0, told: run.stdout + run.stderr }
}

/** What the tests say when something went through that should not. Any other failure proves nothing. */
const WENT_THROUGH = 'Expected request to fail, but it succeeded'

function isNoticed(rules: string, specs: readonly string[]): boolean {
  const { passed, told } = runSpecs(rules, specs)
  if (!passed && !told.includes(WENT_THROUGH)) throw new Error(`the tests broke for another reason:\n${told}`)
  return !passed
}

function survives(mutant: Mutant): boolean {
  const rules = `${source.slice(0, mutant.from)}true${source.slice(mutant.to)}`
  const survived = !isNoticed(rules, likelySpecs(mutant)) && !isNoticed(rules, allSpecs)
  console.log(`${survived ? 'SURVIVED' : 'noticed '} line ${String(lineOf(mutant))}, ${nameOf(mutant)}`)
  return survived
}

interface Wanted {
  /** Only mutants whose name contains it. */
  readonly text: string
  /** Every so-manieth mutant, beginning with the first, the second …: slices of a run that takes half an hour. */
  readonly slice: number
  readonly slices: number
}

/** `'presence'` picks by name, `--slice 2/10` the second tenth. */
function readWanted(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { slice: { type: 'string', default: '1/1' } },
  })
  const [, slice = 0, slices = 0] = (/^(\d+)\/(\d+)$/.exec(values.slice) ?? []).map(Number)
  if (slice < 1 || slice > slices) throw new Error(`--slice ${values.slice}: expected 1/10 … 10/10`)
  return { text: positionals.join(' '), slice, slices }
}

function requireGreenTests(): void {
  const { passed, told } = runSpecs(source, allSpecs)
  if (!passed) throw new Error(`the tests fail with the rules as they are:\n${told}`)
}

/** Leaves out one condition at a time; the rules tests must notice each. */
function main({ text, slice, slices }: Wanted): void {
  const all = rulesMutants()
  const stale = Object.keys(HARMLESS).filter((name) => !all.some((mutant) => nameOf(mutant) === name))
  if (stale.length > 0) throw new Error(`no longer in the rules: ${stale.join('; ')}`)
  requireGreenTests()
  const tried = all
    .filter((mutant) => nameOf(mutant).includes(text))
    .filter((mutant) => !(nameOf(mutant) in HARMLESS))
    .filter((_, at) => at % slices === slice - 1)
  const survivors = tried.filter(survives)
  console.log(
    `${String(tried.length)} conditions left out in turn, ${String(survivors.length)} not missed by any test`,
  )
  if (survivors.length > 0) process.exitCode = 1
}

if (import.meta.main) main(readWanted(process.argv.slice(2)))
