import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { localPort } from '#shared/local/ports.ts'
import { createChanges, type Changes } from './changes.ts'
import { answerJson } from './http/answerJson.ts'
import type { Exchange } from './http/Exchange.ts'
import { servePage } from './http/servePage.ts'
import { handleMail } from './mail/handleMail.ts'
import { MailInbox } from './mail/MailInbox.ts'
import { startSmtp } from './mail/startSmtp.ts'
import { handleSms } from './sms/handleSms.ts'
import { SmsGateway } from './sms/SmsGateway.ts'
import { handleTelegram } from './telegram/handleTelegram.ts'
import { createWorld, type TelegramSettings, type TelegramWorld } from './telegram/world.ts'

export interface SimulatorsOptions {
  readonly basePort: number
  readonly telegram?: Partial<TelegramSettings>
}

export interface RunningSimulators {
  /** The page's address; every provider lies below it. */
  readonly url: string
  readonly smtpPort: number
  close(): Promise<void>
}

interface Parts {
  readonly basePort: number
  readonly telegram: TelegramWorld
  readonly sms: SmsGateway
  readonly mail: MailInbox
  readonly changes: Changes
}

/** Starts all simulated providers on this machine's own address. */
export async function startSimulators({ basePort, telegram }: SimulatorsOptions): Promise<RunningSimulators> {
  const changes = createChanges()
  const world = createWorld(telegram ?? {}, changes.announce)
  const parts = { basePort, telegram: world, sms: new SmsGateway(), mail: new MailInbox(), changes }
  const port = localPort(basePort, 'simulators')
  const server = await listen(port, parts)
  const smtp = await startSmtp(localPort(basePort, 'smtp'), parts.mail, changes.announce).catch(
    async (error: unknown) => {
      await closeServer(server)
      throw error
    },
  )
  return {
    url: `http://127.0.0.1:${port}`,
    smtpPort: smtp.port,
    async close() {
      world.bots.forEach((bot) => bot.webhook.close())
      world.clock.stop()
      changes.close()
      await Promise.all([closeServer(server), smtp.close()])
    },
  }
}

function listen(port: number, parts: Parts): Promise<Server> {
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      if (request.destroyed || response.headersSent) response.destroy()
      else answerJson(response, 500, { error: error instanceof Error ? error.message : 'unknown' })
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isMeantForThisMachine(request)) {
    answerJson(response, 403, { error: 'this machine only' })
    return
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const [mount, ...path] = pathname.split('/').filter(Boolean).map(decoded)
  const exchange: Exchange = { request, response, method: request.method ?? 'GET', path, query: searchParams }
  if (mount === 'telegram') await handleTelegram(parts.telegram, exchange)
  else if (mount === 'sms') await handleSms(parts.sms, exchange, parts.changes.announce)
  else if (mount === 'mail') await handleMail(parts.mail, exchange, parts.changes.announce)
  else if (mount === 'changes') parts.changes.follow(response)
  else if (mount === 'site') redirect(response, `${hostingUrl(parts)}/widget-demo.html`)
  else if (mount === 'local')
    answerJson(response, 200, { inbox: hostingUrl(parts), smtpPort: localPort(parts.basePort, 'smtp') })
  else await servePage({ ...exchange, path: mount === undefined ? [] : [mount, ...path] })
}

function hostingUrl({ basePort }: Parts): string {
  return `http://127.0.0.1:${localPort(basePort, 'hosting')}`
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end()
}

const THIS_MACHINE = /^(https?:\/\/)?(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * A page elsewhere may lead its own name to 127.0.0.1 and read the codes, or post here blindly: the
 * names in `host` and `origin` give it away.
 */
function isMeantForThisMachine({ headers: { host = '', origin } }: IncomingMessage): boolean {
  return THIS_MACHINE.test(host) && (origin === undefined || THIS_MACHINE.test(origin))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
