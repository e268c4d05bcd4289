import { afterAll, beforeAll } from 'vitest'
import {
  startSimulators,
  type RunningSimulators,
  type SimulatorsOptions,
} from '#tools/simulators/startSimulators.ts'
import type { TelegramSettings } from '#tools/simulators/telegram/world.ts'

const FIRST_BASE = 21_000
const BASES = 400
const STEP = 20

/** Simulators on ports of their own for one spec file. */
export function startedSimulators(telegram: Partial<TelegramSettings> = {}): () => RunningSimulators {
  let running: RunningSimulators | undefined
  beforeAll(async () => {
    running = await startOnFreePorts({ telegram })
  })
  afterAll(() => running?.close())
  return () => {
    if (!running) throw new Error('simulators have not started')
    return running
  }
}

export async function startOnFreePorts(
  options: Omit<SimulatorsOptions, 'basePort'>,
): Promise<RunningSimulators> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const basePort = FIRST_BASE + Math.floor(Math.random() * BASES) * STEP
    const started = await startSimulators({ basePort, ...options }).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined
      throw error
    })
    if (started) return started
  }
  throw new Error('no free ports')
}
