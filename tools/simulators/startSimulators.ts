import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { localPort } from '#shared/local/ports.ts'
import { createChanges } from './changes.ts'
import { answerJson } from './http/answerJson.ts'
import type { Exchange } from './http/Exchange.ts'
import { servePage } from './http/servePage.ts'
import { keepParts } from './keepParts.ts'
import { handleMail } from './mail/handleMail.ts'
import { MailInbox } from './mail/MailInbox.ts'
import { startSmtp } from './mail/startSmtp.ts'
import type { Parts } from './Parts.ts'
import { handleSandbox } from './sandbox/handleSandbox.ts'
import { createSandbox } from './sandbox/sandboxWorld.ts'
import { handleSmartCaptcha } from './smartcaptcha/handleSmartCaptcha.ts'
import { SmartCaptcha } from './smartcaptcha/SmartCaptcha.ts'
import { Gateways } from './sms/Gateways.ts'
import { handleSms } from './sms/handleSms.ts'
import { handleSmsc } from './sms/smsc/handleSmsc.ts'
import { handleSmsRu } from './sms/smsRu/handleSmsRu.ts'
import type { Saving } from './state/keepSaving.ts'
import { handleTelegram } from './telegram/handleTelegram.ts'
import { createWorld, type TelegramSettings } from './telegram/world.ts'

export interface SimulatorsOptions {
  readonly basePort: number
  readonly telegram?: Partial<TelegramSettings>
  /** Where bots, chats, codes and mails outlive the process; without one all of it is forgotten. */
  readonly stateDirectory?: string | undefined
}

export interface RunningSimulators {
  /** The page's address; every provider lies below it. */
  readonly url: string
  readonly smtpPort: number
  close(): Promise<void>
}

/** Starts all simulated providers on this machine's own address. */
export async function startSimulators(options: SimulatorsOptions): Promise<RunningSimulators> {
  const { basePort, stateDirectory } = options
  let saving: Saving | undefined
  const parts = createParts(options, () => saving?.changed())
  if (stateDirectory !== undefined) saving = await keepParts(parts, stateDirectory)
  const port = localPort(basePort, 'simulators')
  const server = await listen(port, parts)
  const smtp = await startSmtp(localPort(basePort, 'smtp'), parts.mail, parts.changes.announce).catch(
    async (error: unknown) => {
      await closeServer(server)
      throw error
    },
  )
  return {
    url: `http://127.0.0.1:${port}`,
    smtpPort: smtp.port,
    async close() {
      await saving?.close()
      parts.telegram.bots.forEach((bot) => bot.webhook.close())
      parts.telegram.clock.stop()
      parts.changes.close()
      await Promise.all([closeServer(server), smtp.close()])
    },
  }
}

function createParts({ basePort, telegram }: SimulatorsOptions, changed: () => void): Parts {
  const changes = createChanges(changed)
  return {
    basePort,
    telegram: createWorld(telegram ?? {}, changes.announce),
    sandbox: createSandbox(changes.announce),
    sms: new Gateways(),
    mail: new MailInbox(),
    smartCaptcha: new SmartCaptcha(),
    changes,
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
  const handleMount = MOUNTS[mount ?? '']
  if (handleMount) await handleMount(parts, exchange)
  else await servePage({ ...exchange, path: mount === undefined ? [] : [mount, ...path] })
}

const MOUNTS: Readonly<Record<string, (parts: Parts, exchange: Exchange) => unknown>> = {
  telegram: ({ telegram }, exchange) => handleTelegram(telegram, exchange),
  sandbox: ({ sandbox }, exchange) => handleSandbox(sandbox, exchange),
  openline: ({ sandbox }, exchange) => handleSandbox(sandbox, exchange),
  sms: ({ sms, changes }, exchange) => handleSms(sms, exchange, changes.announce),
  smsru: ({ sms, changes }, exchange) => handleSmsRu(sms.smsRu, exchange).then(changes.announce),
  smsc: ({ sms, changes }, exchange) => handleSmsc(sms.smsc, exchange).then(changes.announce),
  smartcaptcha: ({ smartCaptcha }, exchange) => handleSmartCaptcha(smartCaptcha, exchange),
  mail: ({ mail, changes }, exchange) => handleMail(mail, exchange, changes.announce),
  changes: ({ changes }, { response }) => changes.follow(response),
  site: (parts, { response }) => redirect(response, `${hostingUrl(parts)}/widget-demo.html`),
  local: (parts, { response }) =>
    answerJson(response, 200, {
      inbox: hostingUrl(parts),
      smtpPort: localPort(parts.basePort, 'smtp'),
    }),
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
