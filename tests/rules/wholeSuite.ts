import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { coverageGaps } from './coverageGaps.ts'
import type { Outcome } from './ruleCoverage.ts'

function outcomesIn(file: string): Outcome[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Outcome[]
}

/** Refuses a suite that has not tried every policy both ways. A part of the suite is not asked. */
export function setup({ config }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'pact-rules-'))
  process.env['RULES_COVERAGE_FOLDER'] = folder
  return () => {
    const files = globSync(join(folder, '*.json'))
    const isWhole =
      files.length === globSync(join(import.meta.dirname, '*.spec.ts')).length && !config.testNamePattern
    const gaps = isWhole ? coverageGaps(files.flatMap(outcomesIn)) : []
    rmSync(folder, { recursive: true })
    if (gaps.length > 0) throw new Error(`firestore.rules, not covered by the tests:\n${gaps.join('\n')}`)
  }
}
