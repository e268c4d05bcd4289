import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** What Vitest's json reporter writes, as far as it is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly duration?: number | null
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

export interface TimedTest {
  readonly name: string
  readonly milliseconds: number
}

export interface FailedTest {
  readonly name: string
  /** What the test said, with its stack; empty when the report gives none. */
  readonly reason: string
}

export interface SuiteResult {
  readonly suite: string
  readonly passed: number
  readonly failures: readonly FailedTest[]
  readonly tests: readonly TimedTest[]
}

/** How a suite's process ended. */
export interface SuiteEnd {
  readonly isFine: boolean
  /** What it printed last, for a failure that belongs to no test: of a hook for all, of a teardown. */
  readonly lastWords: string
}

/** A suite whose report is missing has run no test. */
export async function readSuiteResult(
  suite: string,
  reportPath: string,
  end: SuiteEnd,
): Promise<SuiteResult> {
  const text = existsSync(reportPath) ? await readFile(reportPath, 'utf8') : '{ "testResults": [] }'
  return suiteResult(suite, JSON.parse(text) as VitestReport, end)
}

/** What failed outside of any test counts as one failed test, be it a file's or the whole suite's. */
export function suiteResult(suite: string, { testResults }: VitestReport, end: SuiteEnd): SuiteResult {
  const tests = testResults.flatMap((file) => file.assertionResults)
  const failures = testResults.flatMap(failuresOf)
  return {
    suite,
    passed: tests.filter((test) => test.status === 'passed').length,
    failures:
      end.isFine || failures.length > 0
        ? failures
        : [{ name: 'failed outside of its tests', reason: end.lastWords }],
    tests: tests.map((test) => ({ name: test.fullName, milliseconds: test.duration ?? 0 })),
  }
}

function failuresOf(file: VitestReport['testResults'][number]): FailedTest[] {
  const failed = file.assertionResults.filter((test) => test.status === 'failed')
  if (file.status === 'failed' && failed.length === 0)
    return [{ name: file.name, reason: file.message ?? '' }]
  return failed.map((test) => ({ name: test.fullName, reason: test.failureMessages?.join('\n') ?? '' }))
}

const SLOWEST = 10
const FAILURES_TOLD = 20
const REASON_LINES = 30

/** The closing lines: what failed and why, the ten slowest tests, a line a suite, and the counts. */
export function closingLines(results: readonly SuiteResult[]): string[] {
  return [
    ...failureLines(results),
    ...slowestLines(results),
    ...results.map(
      ({ suite, passed, failures }) =>
        `${suite.padEnd(10)} ${String(passed)} passed, ${String(failures.length)} failed`,
    ),
    '',
    countLine(results),
  ]
}

/** Whoever reads only the end of a long log still learns what to look at. */
function failureLines(results: readonly SuiteResult[]): string[] {
  const failures = results.flatMap(({ suite, failures }) => failures.map((test) => ({ ...test, suite })))
  if (failures.length === 0) return []
  const told = failures.slice(0, FAILURES_TOLD).flatMap(({ suite, name, reason }) => {
    const reasonLines = reason.split('\n').slice(0, REASON_LINES)
    return [`  ${suite}: ${name}`, ...reasonLines.map((line) => `    ${line}`)]
  })
  const untold = failures.length - FAILURES_TOLD
  return ['Failed:', ...told, ...(untold > 0 ? [`  and ${String(untold)} more`] : []), '']
}

function slowestLines(results: readonly SuiteResult[]): string[] {
  const slowest = results
    .flatMap(({ suite, tests }) => tests.map((test) => ({ ...test, suite })))
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, SLOWEST)
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1).padStart(6)} s`
  return [
    'The slowest tests:',
    ...slowest.map(({ suite, name, milliseconds }) => `${seconds(milliseconds)}  ${suite}: ${name}`),
    '',
  ]
}

export function countLine(results: readonly SuiteResult[]): string {
  const passed = results.reduce((total, result) => total + result.passed, 0)
  const failed = results.reduce((total, { failures }) => total + failures.length, 0)
  return `${String(passed)} passed, ${String(failed)} failed`
}
