import type { Server, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { once } from 'node:events'

interface Link {
  readonly client: Socket
  readonly server: Socket
}

/** A wire between pages and Firestore that tests can break in the ways real ones break. */
export class FirestoreProxy {
  readonly #links = new Set<Link>()
  readonly #stranded = new Set<Link>()
  readonly #listener: Server
  #state: 'whole' | 'frozen' | 'cut' = 'whole'

  constructor(targetPort: number) {
    this.#listener = createServer({ pauseOnConnect: true }, (client) => this.#accept(client, targetPort))
  }

  async listen(port: number): Promise<void> {
    this.#listener.listen(port, '127.0.0.1')
    await once(this.#listener, 'listening')
  }

  /** Sockets stay open and nothing flows, for new ones too; healing lets all go on. */
  freeze(): void {
    this.#state = 'frozen'
    for (const link of this.#links) unplug(link)
  }

  /** What is open now stays open and silent for ever, as after a change of network; new sockets work. */
  strand(): void {
    for (const link of this.#links) {
      unplug(link)
      this.#stranded.add(link)
    }
    this.#links.clear()
  }

  /** Sockets break, new ones are refused. */
  cut(): void {
    this.#state = 'cut'
    for (const link of this.#links) destroy(link)
  }

  heal(): void {
    this.#state = 'whole'
    for (const link of this.#links) plug(link)
  }

  async close(): Promise<void> {
    for (const link of [...this.#links, ...this.#stranded]) destroy(link)
    this.#listener.close()
    await once(this.#listener, 'close')
  }

  #accept(client: Socket, targetPort: number): void {
    if (this.#state === 'cut') {
      client.resetAndDestroy()
      return
    }
    const link = { client, server: connect(targetPort, '127.0.0.1') }
    this.#links.add(link)
    for (const socket of [link.client, link.server]) {
      socket.setNoDelay(true)
      socket.on('error', () => destroy(link))
      socket.on('close', () => {
        drain(link)
        this.#links.delete(link)
        this.#stranded.delete(link)
      })
    }
    if (this.#state === 'whole') plug(link)
  }
}

function plug({ client, server }: Link): void {
  client.pipe(server)
  server.pipe(client)
}

function unplug({ client, server }: Link): void {
  for (const socket of [client, server]) {
    socket.unpipe()
    socket.pause()
  }
}

/** What one side sent before it closed still reaches the other. */
function drain({ client, server }: Link): void {
  client.destroySoon()
  server.destroySoon()
}

function destroy({ client, server }: Link): void {
  client.destroy()
  server.destroy()
}
