import { describe, expect, it } from 'vitest'
import { closingLines, countLine, readSuiteResult, suiteResult } from '#tools/stack/suiteResult.ts'

const file = (name: string, ...tests: readonly [status: string, duration: number][]) => ({
  name,
  status: tests.every(([status]) => status === 'passed') && tests.length > 0 ? 'passed' : 'failed',
  assertionResults: tests.map(([status, duration], at) => ({
    fullName: `${name} ${String(at)}`,
    status,
    duration,
    failureMessages: status === 'failed' ? ['AssertionError: expected 1 to be 2\n    at somewhere'] : [],
  })),
})

const fine = { isFine: true, lastWords: '' }

describe('suiteResult', () => {
  it('counts what passed and what failed', () => {
    const report = { testResults: [file('a', ['passed', 1], ['failed', 2]), file('b', ['passed', 3])] }
    expect(suiteResult('rules', report, fine)).toMatchObject({ passed: 2, failures: [{ name: 'a 1' }] })
  })

  it('counts a file that could not be loaded as one failure', () => {
    expect(suiteResult('rules', { testResults: [file('broken')] }, fine)).toMatchObject({
      passed: 0,
      failures: [{ name: 'broken' }],
    })
  })

  it('counts a file as one failure whose tests passed, but not what comes after them', () => {
    const testResults = [{ ...file('untidy', ['passed', 1]), status: 'failed', message: 'the hook failed' }]
    expect(suiteResult('rules', { testResults }, fine)).toMatchObject({
      passed: 1,
      failures: [{ name: 'untidy', reason: 'the hook failed' }],
    })
  })

  it('counts a suite as one failure that ended badly though no test failed, with its last words', () => {
    const ended = { isFine: false, lastWords: 'error during close' }
    expect(suiteResult('rules', { testResults: [file('a', ['passed', 1])] }, ended)).toMatchObject({
      passed: 1,
      failures: [{ name: 'failed outside of its tests', reason: 'error during close' }],
    })
    expect(suiteResult('rules', { testResults: [file('a', ['failed', 1])] }, ended).failures).toHaveLength(1)
  })

  it('finds no test where there is no report', async () => {
    expect(await readSuiteResult('rules', '/nowhere/rules.json', fine)).toMatchObject({
      passed: 0,
      failures: [],
    })
  })
})

describe('closingLines', () => {
  const durations = Array.from({ length: 12 }, (_, at): [string, number] => ['passed', at * 1000])
  const results = [
    suiteResult('check', { testResults: [file('fast', ...durations)] }, fine),
    suiteResult('rules', { testResults: [file('slow', ['failed', 20_000])] }, fine),
  ]

  it('begin with what failed, and why', () => {
    expect(closingLines(results).slice(0, 4)).toEqual([
      'Failed:',
      '  rules: slow 0',
      '    AssertionError: expected 1 to be 2',
      '        at somewhere',
    ])
  })

  it('tell of twenty failures, and how many more there are', () => {
    const many = Array.from({ length: 23 }, (): [string, number] => ['failed', 1])
    const lines = closingLines([suiteResult('rules', { testResults: [file('many', ...many)] }, fine)])
    expect(lines.filter((line) => line.startsWith('  rules: many'))).toHaveLength(20)
    expect(lines).toContain('  and 3 more')
  })

  it('say nothing of failures where there are none', () => {
    const passed = suiteResult('rules', { testResults: [file('fine', ['passed', 1])] }, fine)
    expect(closingLines([passed])[0]).toBe('The slowest tests:')
  })

  it('name the ten slowest of all suites', () => {
    const lines = closingLines(results)
    const listed = lines.slice(lines.indexOf('The slowest tests:') + 1)
    expect(listed[0]).toBe('  20.0 s  rules: slow 0')
    expect(listed[9]).toBe('   3.0 s  check: fast 3')
    expect(listed[10]).toBe('')
  })

  it('end with the counts alone on a line', () => {
    expect(closingLines(results).at(-1)).toBe('12 passed, 1 failed')
    expect(countLine([])).toBe('0 passed, 0 failed')
  })
})
