import { BotApiError } from './BotApiError.ts'

export function badRequest(what: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${what}`)
}
