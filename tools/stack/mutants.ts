/**
 * `npm run test:rules:mutants`: whether the rules tests notice each condition of firestore.rules. What comes after `--`
 * goes to tools/rulesMutants.ts.
 */
import { runUntilStopped } from './runUntilStopped.ts'
import { Stack } from './Stack.ts'
import { TEST_BASE_PORT } from './testStack.ts'

const base = Number(process.env['BASE_PORT'] ?? TEST_BASE_PORT)
const stack = new Stack({
  base,
  keepsData: false,
  hasProxy: false,
  hasTicker: false,
  firestoreOnly: true,
})

await runUntilStopped({
  async run() {
    await stack.requireFreePorts()
    await stack.start()
    const args = ['tools/rulesMutants.ts', ...process.argv.slice(2)]
    await stack.runTask({ name: 'mutants', args, printsHere: true })
  },
  stop: () => stack.stop(),
})
