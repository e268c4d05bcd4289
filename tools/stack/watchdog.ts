/**
 * Ends what the launcher has started once the launcher is gone, however it went. Reads process ids, one a line, from
 * stdin; when that closes, it ends these processes and all that came of them.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { createInterface } from 'node:readline'
import { Family } from './Family.ts'
import { listProcesses } from './listProcesses.ts'

const LOOK_EVERY_MS = 1000
const GRACE_MS = 5000
const POLL_MS = 100

const family = new Family()

// A terminal's Ctrl-C is the launcher's business.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

const looking = setInterval(() => family.update(listProcesses()), LOOK_EVERY_MS)
for await (const line of createInterface({ input: process.stdin })) family.expect(Number(line))
clearInterval(looking)
await endFamily()

async function endFamily(): Promise<void> {
  signalAll('SIGTERM')
  const deadline = Date.now() + GRACE_MS
  while (family.update(listProcesses()).length > 0 && Date.now() < deadline) await wait(POLL_MS)
  signalAll('SIGKILL')
}

function signalAll(signal: 'SIGTERM' | 'SIGKILL'): void {
  for (const pid of family.update(listProcesses())) {
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended by itself since it was listed.
    }
  }
}
