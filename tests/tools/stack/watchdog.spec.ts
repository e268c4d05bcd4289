import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { listProcesses } from '#tools/stack/listProcesses.ts'

const CHILDREN = join(import.meta.dirname, '../../../tools/stack/Children.ts')

/** Starts a child that starts another one out of its own group, tells their ids, and waits. */
const LAUNCHER = `
import { tmpdir } from 'node:os'
import { Children } from ${JSON.stringify(CHILDREN)}
const sleep = 'setInterval(() => undefined, 1000)'
const parent = \`
  import { spawn } from 'node:child_process'
  const { pid } = spawn(process.execPath, ['-e', \${JSON.stringify(sleep)}], { detached: true, stdio: 'ignore' })
  console.log(process.pid + ' ' + pid)
  \${sleep}
\`
new Children(tmpdir()).start({ name: 'pact-watchdog', args: ['--input-type=module', '-e', parent], printsHere: true })
`

describe('watchdog', () => {
  it('ends children and what came of them when the launcher is killed', async () => {
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', LAUNCHER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(createInterface({ input: launcher.stdout }), 'line')) as [string]
    const started = line.split(' ').map(Number)
    expect(living(started)).toEqual(started)

    launcher.kill('SIGKILL')
    await expect.poll(() => living(started), { timeout: 10_000, interval: 100 }).toEqual([])
  }, 20_000)
})

function living(pids: readonly number[]): number[] {
  const running = new Set(listProcesses().map(({ pid }) => pid))
  return pids.filter((pid) => running.has(pid))
}
