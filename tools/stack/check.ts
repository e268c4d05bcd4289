/**
 * `npm run check`: everything that needs no emulator. All steps run, two at a time; what a step prints is shown when
 * it fails. `npm run check -- lint types` runs some of them.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { buildIfChanged } from './buildIfChanged.ts'
import { webBuild } from './builds.ts'
import { ROOT } from './layout.ts'
import { say } from './say.ts'

const run = promisify(execFile)

interface Step {
  /** A script of package.json. */
  readonly name: string
  readonly args?: readonly string[]
  /** Looks at the built page. */
  readonly needsPage?: true
}

const REPORT = '--outputFile.json=.pact/reports/check.json'

/** The long ones first. */
const steps: readonly Step[] = [
  { name: 'lint' },
  { name: 'types' },
  { name: 'unit', args: ['--reporter=default', '--reporter=json', REPORT] },
  { name: 'format' },
  { name: 'imports' },
  { name: 'unused' },
  { name: 'stale' },
  { name: 'browsers', needsPage: true },
  { name: 'sizes', needsPage: true },
]

const AT_A_TIME = 2
const MAX_PRINTED_BYTES = 64 * 1024 * 1024

const named = process.argv.slice(2)
const waiting = steps.filter(({ name }) => named.length === 0 || named.includes(name))
const failed: string[] = []

const pageProblem = waiting.some(({ needsPage }) => needsPage) ? await buildPage() : ''

await Promise.all(Array.from({ length: AT_A_TIME }, work))
if (failed.length > 0) console.error(`\ncheck failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const startedAt = Date.now()
    const problems = await problemsOf(step)
    const seconds = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
    say(`check ${step.name}: ${problems === '' ? 'fine' : 'failed'} (${seconds})`)
    if (problems === '') continue
    failed.push(step.name)
    console.log(problems)
  }
}

/** What went wrong, '' when nothing did. */
async function buildPage(): Promise<string> {
  return buildIfChanged(webBuild).then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}

/** What the step printed when it failed, '' when it did not. */
async function problemsOf({ name, args = [], needsPage }: Step): Promise<string> {
  if (needsPage && pageProblem !== '') return pageProblem
  try {
    await run('npm', ['run', '--silent', name, '--', ...args], { cwd: ROOT, maxBuffer: MAX_PRINTED_BYTES })
    return ''
  } catch (error) {
    return printedBy(error)
  }
}

function printedBy(error: unknown): string {
  const { stdout, stderr } = error as { stdout?: string; stderr?: string }
  return `${stdout ?? ''}${stderr ?? ''}`.trim() || String(error)
}
