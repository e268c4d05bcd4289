import { PORT_OFFSETS, localPort } from '#shared/local/ports.ts'
import type { LocalPort } from '#shared/local/ports.ts'

const DEMO_PROJECT = 'demo-pact'

/** The local stack, when the page was built for it. */
export const areEmulatorsUsed = import.meta.env.VITE_EMULATORS === '1'

/** Benches keep their data in a project of their own. */
export function localProjectId(): string {
  return localStorage.getItem('pact.projectId') ?? DEMO_PROJECT
}

/** Where an emulator stands: beside the page, which knows only its own port. */
export function emulatorAddress(name: LocalPort): { readonly host: string; readonly port: number } {
  const own = import.meta.env.DEV ? PORT_OFFSETS.dev : PORT_OFFSETS.hosting
  return { host: location.hostname, port: localPort(Number(location.port) - own, name) }
}
