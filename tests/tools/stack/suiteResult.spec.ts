import { describe, expect, it } from 'vitest'
import { closingLines, countLine, readSuiteResult, suiteResult } from '#tools/stack/suiteResult.ts'

const file = (name: string, ...tests: readonly [status: string, duration: number][]) => ({
  name,
  status: tests.every(([status]) => status === 'passed') && tests.length > 0 ? 'passed' : 'failed',
  assertionResults: tests.map(([status, duration], at) => ({
    fullName: `${name} ${String(at)}`,
    status,
    duration,
  })),
})

describe('suiteResult', () => {
  it('counts what passed and what failed', () => {
    const report = { testResults: [file('a', ['passed', 1], ['failed', 2]), file('b', ['passed', 3])] }
    expect(suiteResult('rules', report)).toMatchObject({ passed: 2, failed: 1 })
  })

  it('counts a file that could not be loaded as one failure', () => {
    expect(suiteResult('rules', { testResults: [file('broken')] })).toMatchObject({ passed: 0, failed: 1 })
  })

  it('finds no test where there is no report', async () => {
    expect(await readSuiteResult('rules', '/nowhere/rules.json')).toMatchObject({ passed: 0, failed: 0 })
  })
})

describe('closingLines', () => {
  const durations = Array.from({ length: 12 }, (_, at): [string, number] => ['passed', at * 1000])
  const results = [
    suiteResult('check', { testResults: [file('fast', ...durations)] }),
    suiteResult('rules', { testResults: [file('slow', ['failed', 20_000])] }),
  ]

  it('begin with the ten slowest of all suites', () => {
    const listed = closingLines(results).slice(1, 12)
    expect(listed[0]).toBe('  20.0 s  rules: slow 0')
    expect(listed[9]).toBe('   3.0 s  check: fast 3')
    expect(listed[10]).toBe('')
  })

  it('end with the counts alone on a line', () => {
    expect(closingLines(results).at(-1)).toBe('12 passed, 1 failed')
    expect(countLine([])).toBe('0 passed, 0 failed')
  })
})
