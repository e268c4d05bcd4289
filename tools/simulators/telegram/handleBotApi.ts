import { answerJson } from '../http/answerJson.ts'
import type { Exchange } from '../http/Exchange.ts'
import { readBody } from '../http/readBody.ts'
import { readCall, type Call } from '../http/readCall.ts'
import { badRequest } from './badRequest.ts'
import type { Bot } from './Bot.ts'
import { BotApiError } from './BotApiError.ts'
import type { SendFault } from './faults.ts'
import { methods } from './methods.ts'
import type { Method } from './methods/Method.ts'
import { integerParameter } from './parameters.ts'
import type { TelegramWorld } from './world.ts'

const MAX_BODY_BYTES = 50 * 1024 * 1024

/** Method names are not case-sensitive. https://core.telegram.org/bots/api#making-requests */
const methodsByName = new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]))

/** `/bot<token>/<method>` */
export async function handleBotApi(world: TelegramWorld, exchange: Exchange): Promise<void> {
  const { response, path } = exchange
  const [tokenPart = '', methodName = ''] = path
  try {
    const bot = botByToken(world, tokenPart.slice('bot'.length))
    const call = await callOf(exchange)
    const name = methodName.toLowerCase()
    const method = methodsByName.get(name)
    if (!method) throw new BotApiError(404, 'Not Found: method not found')
    const fault = isSend(name) ? takeFault(bot) : undefined
    if (fault?.kind === 'timeout') return
    const result = run(world, bot, call, { name, method, fault })
    world.changed()
    if (fault?.kind === 'holdAnswer') return
    if (fault?.kind === 'dropAnswer') response.destroy()
    else answerJson(response, 200, { ok: true, result })
  } catch (error) {
    if (!(error instanceof BotApiError)) throw error
    refuse(exchange, error)
  }
}

function botByToken(world: TelegramWorld, token: string): Bot {
  const bot = [...world.bots.values()].find((known) => known.token === token)
  if (!bot) throw new BotApiError(401, 'Unauthorized')
  return bot
}

async function callOf({ request, query }: Exchange): Promise<Call> {
  const body = await readBody(request, MAX_BODY_BYTES)
  if (body === undefined) throw new BotApiError(413, 'Request Entity Too Large')
  try {
    return await readCall(request, query, body)
  } catch {
    throw badRequest("can't parse the request's body")
  }
}

/** What fills a customer's screen: limits and faults are about these. */
function isSend(name: string): boolean {
  return name.startsWith('send') && name !== 'sendchataction'
}

function takeFault(bot: Bot): SendFault | undefined {
  const fault = bot.sendFault
  if (fault && fault.count !== 'all') {
    bot.sendFault = fault.count > 1 ? { ...fault, count: fault.count - 1 } : undefined
  }
  return fault
}

interface Step {
  readonly name: string
  readonly method: Method
  readonly fault: SendFault | undefined
}

function run(world: TelegramWorld, bot: Bot, call: Call, { name, method, fault }: Step): unknown {
  if (fault?.kind === 'error500') throw new BotApiError(500, 'Internal Server Error')
  if (fault?.kind === 'tooManyRequests') throw tooManyRequests(fault.retryAfter)
  if (isSend(name)) {
    const wait = bot.limiter.take(integerParameter(call, 'chat_id') ?? 0, world.settings.rateLimits)
    if (wait > 0) throw tooManyRequests(wait)
  }
  return method({ ...call, world, bot })
}

function tooManyRequests(retryAfter: number): BotApiError {
  return new BotApiError(429, `Too Many Requests: retry after ${retryAfter}`, retryAfter)
}

function refuse({ response }: Exchange, { code, message, retryAfter }: BotApiError): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter))
  answerJson(response, code, {
    ok: false,
    error_code: code,
    description: message,
    ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }),
  })
}
