import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { FirestoreProxy } from './FirestoreProxy.ts'

export const WIRE_STATES = ['freeze', 'strand', 'cut', 'heal'] as const
export type WireState = (typeof WIRE_STATES)[number]

/** `POST /freeze`, `/strand`, `/cut`, `/heal`: tests run in other processes than the proxy. */
export async function serveProxyControl(proxy: FirestoreProxy, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const wanted = WIRE_STATES.find((state) => request.url === `/${state}`)
    if (wanted) proxy[wanted]()
    response.writeHead(wanted ? 204 : 404).end()
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
