import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { createServer as createPlainServer } from 'node:net'
import { selfSigned } from './selfSigned.ts'

export interface Listening {
  readonly port: number
  readonly url: string
  /** How often somebody has come through the door at all. */
  connections(): number
  close(): Promise<void>
}

async function listen(server: Server, protocol: string, host = '127.0.0.1'): Promise<Listening> {
  const sockets = new Set<{ destroy(): unknown }>()
  let connections = 0
  server.on('connection', (socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `${protocol}://127.0.0.1:${String(port)}`,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

export const listenHttp = (answer: RequestListener): Promise<Listening> =>
  listen(createServer(answer), 'http')

export const listenHttps = (answer: RequestListener): Promise<Listening> =>
  listen(createSecureServer(selfSigned, answer), 'https')

/** Takes connections on every local address, and says nothing. */
export const listenSilently = (): Promise<Listening> => listen(createPlainServer(), 'http', '::')
