import { join } from 'node:path'
import { DEFAULT_BASE_PORT } from '#shared/local/ports.ts'

export const ROOT = join(import.meta.dirname, '../..')

/** The one project id pages are built for; begins with `demo-`, so nothing ever reaches a real project. */
export const PROJECT_ID = 'demo-pact'

export const REGION = 'europe-west1'

export interface StackDirectories {
  /** Where emulators run and leave what they leave. */
  readonly work: string
  readonly data: string
  /** What the simulators remember; goes with the data. */
  readonly simulators: string
  readonly logs: string
  readonly functionsEnvironment: string
}

/** `.pact/` for the usual ports; a stack elsewhere has a folder of its own in it. */
export function stackDirectories(base: number): StackDirectories {
  const own = base === DEFAULT_BASE_PORT ? join(ROOT, '.pact') : join(ROOT, `.pact/${base}`)
  return {
    work: join(own, 'work'),
    data: join(own, 'data'),
    simulators: join(own, 'simulators'),
    logs: join(own, 'logs'),
    functionsEnvironment: join(own, 'functions'),
  }
}

export function localUrl(port: number): string {
  return `http://127.0.0.1:${port}`
}
