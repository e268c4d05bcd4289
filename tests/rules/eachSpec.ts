import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { beginAnew } from './beginAnew.ts'
import { freshId } from './freshId.ts'
import { ruleCoverage } from './ruleCoverage.ts'
import { RULES_PROJECT } from './rulesProject.ts'

/**
 * The emulator keeps every value of every expression, so each spec begins a report of its own
 * and leaves only what counts: one of the whole suite does not fit into the emulator's memory.
 */
beforeAll(() => beginAnew(RULES_PROJECT))

afterAll(async () => {
  if (process.env['RULES_FILE']) return
  const outcomes = await ruleCoverage(RULES_PROJECT)
  await writeFile(
    join(process.env['RULES_COVERAGE_FOLDER'] ?? '', `${freshId()}.json`),
    JSON.stringify(outcomes),
  )
})
