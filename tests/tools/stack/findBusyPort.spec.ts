import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { findBusyPort } from '#tools/stack/findBusyPort.ts'

describe('findBusyPort', () => {
  it('names the port somebody listens on, and none once he has left', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expect(await findBusyPort([port])).toBe(port)

    server.close()
    await once(server, 'close')
    expect(await findBusyPort([port])).toBeUndefined()
  })
})
