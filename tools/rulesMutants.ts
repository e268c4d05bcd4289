import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createVitest } from 'vitest/node'
import type { TestSpecification, Vitest } from 'vitest/node'

/** A condition of the rules that is left out for one run of the tests. */
interface Mutant {
  readonly from: number
  readonly to: number
}

/** Conditions whose absence changes nothing a client could notice, and why they stay. */
const HARMLESS: Readonly<Record<string, string>> = {
  ' hasFields: map.keys().hasAll(required)':
    'every required field is compared as well, and to compare an absent one fails',
  'conversations update: isSeen()': 'the rule of the event in the same batch asks it too',
  'conversations update: after().updatedAt == request.time':
    'the rule of the event in the same batch asks it too',
  'events create: isSeenByLookup()': 'the rule of the conversation in the same batch asks it too',
  'events create: after().at == request.time': 'the rule of the conversation in the same batch asks it too',
  'messages create: isMemberOf(companyId)': 'the rule of the outbox entry in the same batch asks it too',
  'notes create: isSeenByLookup()': 'the rule of the conversation in the same batch asks it too',
  'notes comesWithItsEvent: conversation.updatedAt == request.time':
    'the rule of the event in the same batch asks it too',
  'notes comesWithItsEvent: event.at == request.time':
    'the rule of the conversation in the same batch asks it too',
  'notes areMentions: mentions is list': 'only a list can be joined, which is done next',
  'outbox create: isMemberOf(companyId)': 'the rule of the message in the same batch asks it too',
  'outbox create: after().createdAt == request.time': 'the rule of the message in the same batch asks it too',
  "drafts update: changesOnly(['text', 'note', 'updatedAt'])":
    'drafts have no other fields; the list is compared with collections.ts',
  "activity update: changesOnly(['lastSeenAt'])":
    'it has no other field; the list is compared with collections.ts',
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

/** What is said by the tests of firestore.rules, as text, by path. */
const specTexts = new Map(
  globSync('tests/rules/*.spec.ts', { cwd: ROOT })
    .filter((path) => basename(path) !== 'storage.spec.ts')
    .map((path) => [join(ROOT, path), readFileSync(join(ROOT, path), 'utf8')]),
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

/** A collection's own spec notices most; where it has none, those that speak of it. */
function isLikely(mutant: Mutant): (path: string) => boolean {
  const collection = collectionOf(mutant).toLowerCase()
  const bears = (path: string) => basename(path).toLowerCase().includes(collection)
  const speaks = (path: string) => new RegExp(`'\\w*${collection}'`, 'i').test(specTexts.get(path) ?? '')
  if (collection === '') return () => false
  return [...specTexts.keys()].some(bears) ? bears : speaks
}

/** What the tests say when something went through that should not. Any other failure proves nothing. */
const WENT_THROUGH = 'Expected request to fail, but it succeeded'

/** Runs the rules tests again and again in one process: beginning it anew would take longer than most runs. */
class Suite {
  readonly #vitest: Vitest
  readonly #specs: readonly TestSpecification[]
  readonly #rulesFile: string
  readonly #failures: string[]

  private constructor(
    vitest: Vitest,
    specs: readonly TestSpecification[],
    rulesFile: string,
    failures: string[],
  ) {
    this.#vitest = vitest
    this.#specs = specs
    this.#rulesFile = rulesFile
    this.#failures = failures
  }

  static async open(rulesFile: string): Promise<Suite> {
    const failures: string[] = []
    const note = (errors: readonly { readonly message: string }[] = []) => {
      failures.push(...errors.map(({ message }) => message))
    }
    process.env['RULES_FILE'] = rulesFile
    const vitest = await createVitest({
      root: ROOT,
      project: ['rules'],
      bail: 1,
      watch: false,
      reporters: [
        {
          onTestCaseResult: (test) => {
            note(test.result().errors)
          },
          onTestSuiteResult: (suite) => {
            note(suite.errors())
          },
          onTestModuleEnd: (module) => {
            note(module.errors())
          },
        },
      ],
    })
    const specs = await vitest.globTestSpecifications()
    const asked = specs.filter(({ moduleId }) => specTexts.has(moduleId))
    return new Suite(vitest, asked, rulesFile, failures)
  }

  /** What the tests of these files complain of. */
  async failuresWith(rules: string, isWanted: (path: string) => boolean = () => true): Promise<string[]> {
    const specs = this.#specs.filter(({ moduleId }) => isWanted(moduleId))
    writeFileSync(this.#rulesFile, rules)
    this.#failures.length = 0
    if (specs.length > 0) await this.#vitest.runTestSpecifications(specs)
    return [...this.#failures]
  }

  close(): Promise<void> {
    return this.#vitest.close()
  }
}

async function isNoticed(
  suite: Suite,
  rules: string,
  isWanted?: (path: string) => boolean,
): Promise<boolean> {
  const failures = await suite.failuresWith(rules, isWanted)
  const isProof = failures.some((message) => message.includes(WENT_THROUGH))
  if (failures.length > 0 && !isProof)
    throw new Error(`the tests broke for another reason:\n${failures.join('\n')}`)
  return isProof
}

async function survives(suite: Suite, mutant: Mutant): Promise<boolean> {
  const rules = `${source.slice(0, mutant.from)}true${source.slice(mutant.to)}`
  const isRest = (path: string) => !isLikely(mutant)(path)
  const survived =
    !(await isNoticed(suite, rules, isLikely(mutant))) && !(await isNoticed(suite, rules, isRest))
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

async function survivorsOf(tried: readonly Mutant[]): Promise<Mutant[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pact-mutant-'))
  const suite = await Suite.open(join(folder, 'firestore.rules'))
  const survivors: Mutant[] = []
  try {
    const failures = await suite.failuresWith(source)
    if (failures.length > 0)
      throw new Error(`the tests fail with the rules as they are:\n${failures.join('\n')}`)
    for (const mutant of tried) if (await survives(suite, mutant)) survivors.push(mutant)
  } finally {
    await suite.close()
    rmSync(folder, { recursive: true })
  }
  return survivors
}

/** Leaves out one condition at a time; the rules tests must notice each. */
async function main({ text, slice, slices }: Wanted): Promise<void> {
  const all = rulesMutants()
  const stale = Object.keys(HARMLESS).filter((name) => !all.some((mutant) => nameOf(mutant) === name))
  if (stale.length > 0) throw new Error(`no longer in the rules: ${stale.join('; ')}`)
  const tried = all
    .filter((mutant) => nameOf(mutant).includes(text))
    .filter((mutant) => !(nameOf(mutant) in HARMLESS))
    .filter((_, at) => at % slices === slice - 1)
  const survivors = await survivorsOf(tried)
  console.log(
    `${String(tried.length)} conditions left out in turn, ${String(survivors.length)} not missed by any test`,
  )
  if (survivors.length > 0) process.exitCode = 1
}

if (import.meta.main) await main(readWanted(process.argv.slice(2)))
