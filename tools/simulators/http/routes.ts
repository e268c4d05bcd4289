import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { answerJson } from './answerJson.ts'
import type { Exchange } from './Exchange.ts'

type Captures = readonly string[]

/** Gives what is answered as JSON; undefined for "no such thing", `ANSWERED` when it answered by itself. */
export type Handle = (exchange: Exchange, captures: Captures) => unknown

/** `GET bots/*` and the like: each star is a capture. */
export type Routes = Readonly<Record<string, Handle>>

export const ANSWERED = Symbol('answered')

/** Answers a control call. */
export async function handleRoutes(routes: Routes, exchange: Exchange): Promise<void> {
  try {
    const result = await findRoute(routes, exchange)
    if (result === undefined) answerJson(exchange.response, 404, { error: 'not found' })
    else if (result !== ANSWERED) answerJson(exchange.response, 200, result)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    answerJson(exchange.response, 400, { error: error.message })
  }
}

function findRoute(routes: Routes, exchange: Exchange): unknown {
  for (const [pattern, handle] of Object.entries(routes)) {
    const captures = match(pattern, exchange)
    if (captures) return handle(exchange, captures)
  }
  return undefined
}

function match(pattern: string, { method, path }: Exchange): Captures | undefined {
  const [wantedMethod, wantedPath = ''] = pattern.split(' ')
  const wanted = wantedPath.split('/').filter((part) => part !== '')
  if (method !== wantedMethod || wanted.length !== path.length) return undefined
  if (!wanted.every((part, index) => part === '*' || part === path[index])) return undefined
  return path.filter((_, index) => wanted[index] === '*')
}
