import { createServer } from 'node:net'

/** The first of these ports somebody else listens on, undefined when all are free. */
export async function findBusyPort(ports: readonly number[]): Promise<number | undefined> {
  for (const port of ports) {
    if (!(await isFree(port))) return port
  }
  return undefined
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const listening = new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true))
    server.once('error', () => resolve(false))
  })
  server.listen(port, '127.0.0.1')
  const free = await listening
  if (free) await new Promise((closed) => server.close(closed))
  return free
}
