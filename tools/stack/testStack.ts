import type { LocalPort } from '#shared/local/ports.ts'
import { localPort } from '#shared/local/ports.ts'
import { PROJECT_ID, REGION, localUrl } from './layout.ts'
import type { WireState } from './serveProxyControl.ts'

/** `npm test` keeps away from a stack that runs at the usual ports. */
export const TEST_BASE_PORT = 5200

const base = Number(process.env['BASE_PORT'] ?? TEST_BASE_PORT)

/** The stack `npm test` has brought up around the suites. */
export const testStack = {
  base,
  projectId: PROJECT_ID,
  url(name: LocalPort): string {
    return localUrl(localPort(base, name))
  },
  /** Where a callable or an HTTP function answers. */
  functionUrl(name: string): string {
    return `${localUrl(localPort(base, 'functions'))}/${PROJECT_ID}/${REGION}/${name}`
  },
  /** Breaks or heals the wire between pages and Firestore; tests speak with Firestore itself all the same. */
  async setWire(state: WireState): Promise<void> {
    const answer = await fetch(`${localUrl(localPort(base, 'proxyControl'))}/${state}`, { method: 'POST' })
    if (!answer.ok) throw new Error(`the proxy answered ${String(answer.status)}`)
  },
}
