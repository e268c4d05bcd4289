import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** What Vitest's json reporter writes, as far as it is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly duration?: number | null
    }[]
  }[]
}

export interface TimedTest {
  readonly name: string
  readonly milliseconds: number
}

export interface SuiteResult {
  readonly suite: string
  readonly passed: number
  readonly failed: number
  readonly tests: readonly TimedTest[]
}

/** A suite whose report is missing has run no test. */
export async function readSuiteResult(suite: string, reportPath: string): Promise<SuiteResult> {
  if (!existsSync(reportPath)) return { suite, passed: 0, failed: 0, tests: [] }
  return suiteResult(suite, JSON.parse(await readFile(reportPath, 'utf8')) as VitestReport)
}

/** A file that could not be loaded counts as one failed test: it has none of its own. */
export function suiteResult(suite: string, { testResults }: VitestReport): SuiteResult {
  const tests = testResults.flatMap((file) => file.assertionResults)
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    suite,
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + unloaded.length,
    tests: tests.map((test) => ({ name: test.fullName, milliseconds: test.duration ?? 0 })),
  }
}

const SLOWEST = 10

/** The closing lines: the ten slowest tests, a line a suite, and the counts. */
export function closingLines(results: readonly SuiteResult[]): string[] {
  const slowest = results
    .flatMap(({ suite, tests }) => tests.map((test) => ({ ...test, suite })))
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, SLOWEST)
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1).padStart(6)} s`
  return [
    'The slowest tests:',
    ...slowest.map(({ suite, name, milliseconds }) => `${seconds(milliseconds)}  ${suite}: ${name}`),
    '',
    ...results.map(
      ({ suite, passed, failed }) => `${suite.padEnd(10)} ${String(passed)} passed, ${String(failed)} failed`,
    ),
    '',
    countLine(results),
  ]
}

export function countLine(results: readonly SuiteResult[]): string {
  const sum = (count: (result: SuiteResult) => number): string =>
    String(results.reduce((total, result) => total + count(result), 0))
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`
}
