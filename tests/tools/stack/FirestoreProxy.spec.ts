import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FirestoreProxy } from '#tools/stack/FirestoreProxy.ts'

const SILENCE_MS = 150

let target: Server
let proxy: FirestoreProxy
let port = 0
const clients: Socket[] = []

beforeEach(async () => {
  target = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1')
  await once(target, 'listening')
  proxy = new FirestoreProxy((target.address() as AddressInfo).port)
  port = await freePort()
  await proxy.listen(port)
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await proxy.close()
  target.close()
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return free
}

async function client(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  clients.push(socket)
  await once(socket, 'connect')
  return socket
}

/** The echo of a word, or silence. */
async function echo(socket: Socket, word: string): Promise<string> {
  const heard = once(socket, 'data').then(([data]) => String(data))
  socket.write(word)
  return Promise.race([heard, wait(SILENCE_MS, 'silence')])
}

describe('FirestoreProxy', () => {
  it('passes everything on', async () => {
    expect(await echo(await client(), 'hello')).toBe('hello')
  })

  it('frozen, keeps sockets open and silent, and lets them go on once healed', async () => {
    const socket = await client()
    proxy.freeze()
    expect(await echo(socket, 'one')).toBe('silence')
    expect(socket.destroyed).toBe(false)
    const late = once(socket, 'data')
    proxy.heal()
    expect(String(await late)).toBe('one')
  })

  it('frozen, is silent to new sockets too', async () => {
    proxy.freeze()
    expect(await echo(await client(), 'two')).toBe('silence')
  })

  it('stranded sockets stay silent for ever, new ones work', async () => {
    const old = await client()
    proxy.strand()
    proxy.heal()
    expect(await echo(old, 'three')).toBe('silence')
    expect(await echo(await client(), 'four')).toBe('four')
  })

  it('cut, breaks what is open and refuses what is new', async () => {
    const socket = await client()
    const broken = once(socket, 'close')
    proxy.cut()
    await broken
    const next = connect(port, '127.0.0.1').on('error', () => undefined)
    await new Promise((closed) => next.once('close', closed))
    proxy.heal()
    expect(await echo(await client(), 'five')).toBe('five')
  })
})
