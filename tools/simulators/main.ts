import { fstatSync } from 'node:fs'
import { DEFAULT_BASE_PORT } from '#shared/local/ports.ts'
import { startSimulators } from './startSimulators.ts'

const PARENT_CHECK_MS = 500

const basePort = Number(process.env['BASE_PORT'] ?? DEFAULT_BASE_PORT)
const stateDirectory = process.env['SIMULATORS_STATE']
const simulators = await startSimulators({ basePort, stateDirectory }).catch((error: unknown) => {
  console.error(`simulators cannot start: ${error instanceof Error ? error.message : 'unknown reason'}`)
  process.exit(1)
})
console.log(`simulators listen on ${simulators.url}, mail on port ${simulators.smtpPort}`)

let isEnding = false
function end(): void {
  if (isEnding) return
  isEnding = true
  void simulators.close().finally(() => process.exit(0))
}

/** Whoever started us through a pipe is gone when the pipe is. A terminal or /dev/null tells nothing. */
const stdin = fstatSync(0)
if (stdin.isFIFO() || stdin.isSocket())
  process.stdin.resume().on('end', end).on('error', end).on('close', end)

const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) end()
}, PARENT_CHECK_MS).unref()

process.on('SIGINT', end).on('SIGTERM', end)
