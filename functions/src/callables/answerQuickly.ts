import type { CallableFunction } from 'firebase-functions/https'
import { leaveDomain } from '#functions/platform/leaveDomain.ts'
import { HOUR_MS, SECOND_MS } from '#shared/domain/time.ts'

/** Chromium believes no longer one: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age */
const LEAVE_LASTS_MS = 2 * HOUR_MS

/**
 * The page is of another origin: before each call a browser asks for leave, and forgets it within five seconds
 * unless told otherwise. So it is told, and every call but the first saves a way to the server and back.
 */
export function answerQuickly<Callable extends CallableFunction<unknown, unknown>>(
  callable: Callable,
): Callable {
  return new Proxy(callable, {
    apply(target, self: unknown, [request, response]: Parameters<Callable>): unknown {
      leaveDomain()
      response.setHeader('Access-Control-Max-Age', LEAVE_LASTS_MS / SECOND_MS)
      return Reflect.apply(target, self, [request, response])
    },
  })
}
