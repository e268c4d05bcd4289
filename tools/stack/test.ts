/** `npm test`: every suite against the built product on the real emulators. `npm test -- rules` runs one of them. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfChanged } from './buildIfChanged.ts'
import { functionsBuild, webBuild } from './builds.ts'
import { Children, tailOf } from './Children.ts'
import { findChromium } from './findChromium.ts'
import { ROOT, stackDirectories } from './layout.ts'
import { runUntilStopped } from './runUntilStopped.ts'
import { say } from './say.ts'
import { Stack } from './Stack.ts'
import type { SuiteEnd, SuiteResult } from './suiteResult.ts'
import { closingLines, readSuiteResult } from './suiteResult.ts'
import { TEST_BASE_PORT } from './testStack.ts'

const ON_THE_STACK = ['rules', 'functions', 'journeys'] as const
const SUITES = ['check', ...ON_THE_STACK] as const
type Suite = (typeof SUITES)[number]

const base = Number(process.env['BASE_PORT'] ?? TEST_BASE_PORT)
const { logs } = stackDirectories(base)
const reports = join(ROOT, '.pact/reports')
const stack = new Stack({ base, keepsData: false, hasProxy: true, hasTicker: false })
const children = new Children(logs)
const wanted = suitesNamed(process.argv.slice(2))

await runUntilStopped({
  async run() {
    await rm(reports, { recursive: true, force: true })
    await mkdir(reports, { recursive: true })
    const ends = await runSuites()
    const results = await Promise.all(ends.map(resultOf))
    console.log(`\n${closingLines(results).join('\n')}`)
    const problems = ends.flatMap(({ suite, isFine }) => (isFine ? [] : [`${suite}: failed`]))
    const idle = results.filter(({ passed, failures }) => passed + failures.length === 0)
    problems.push(...idle.map(({ suite }) => `${suite}: ran no test`))
    if (problems.length > 0) throw new Error(problems.join('\n'))
  },
  async stop() {
    await stack.stop()
    await children.stop(0)
  },
})

function suitesNamed(names: readonly string[]): readonly Suite[] {
  const unknown = names.find((name) => !SUITES.some((suite) => suite === name))
  if (unknown !== undefined) {
    console.error(`There is no suite ${unknown}; there are ${SUITES.join(', ')}.`)
    process.exit(1)
  }
  return names.length === 0 ? SUITES : SUITES.filter((suite) => names.includes(suite))
}

interface End extends SuiteEnd {
  readonly suite: Suite
}

/** Runs all, whatever fails on the way. */
async function runSuites(): Promise<End[]> {
  const onTheStack = ON_THE_STACK.filter((suite) => wanted.includes(suite))
  const chromium = wanted.includes('journeys') ? findChromium() : ''
  if (onTheStack.length > 0) await stack.requireFreePorts()
  const ends = wanted.includes('check') ? [await runHere('check', ['tools/stack/check.ts'])] : []
  if (onTheStack.length === 0) return ends

  await buildIfChanged(functionsBuild)
  await buildIfChanged(webBuild)
  await stack.start()
  for (const suite of onTheStack) ends.push(await Promise.race([runVitest(suite, chromium), stack.failed]))
  return ends
}

async function runVitest(suite: Suite, chromium: string): Promise<End> {
  say(`${suite}: running`)
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(suite)}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', suite, ...report]
  return runHere(suite, args, { ...stack.environment(), CHROMIUM_PATH: chromium })
}

async function runHere(suite: Suite, args: string[], environment: Record<string, string> = {}): Promise<End> {
  const child = children.start({ name: suite, args, environment, isTask: true, printsHere: true })
  const isFine = (await child.exited) === 0
  return { suite, isFine, lastWords: isFine ? '' : tailOf(child.log) }
}

function reportOf(suite: Suite): string {
  return join(reports, `${suite}.json`)
}

function resultOf(end: End): Promise<SuiteResult> {
  return readSuiteResult(end.suite, reportOf(end.suite), end)
}
