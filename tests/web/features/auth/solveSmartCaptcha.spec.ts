import { afterEach, describe, expect, it } from 'vitest'
import { solveSmartCaptcha } from '#web/features/auth/solveSmartCaptcha.ts'
import type { SmartCaptchaApi } from '#web/features/auth/loadSmartCaptcha.ts'

/** A widget that ends with `event` once it is executed. */
function widgetEnding(event: string, token?: string) {
  const listeners = new Map<string, (token?: string) => void>()
  const log: string[] = []
  const api: SmartCaptchaApi = {
    render(place, settings) {
      log.push(`render ${settings.sitekey} ${String(settings.invisible)} ${String(place.isConnected)}`)
      return 7
    },
    subscribe: (_, name, listener) => void listeners.set(name, listener),
    execute: () => listeners.get(event)?.(token),
    destroy: (id) => void log.push(`destroy ${String(id)}`),
  }
  return { api, log }
}

describe('SmartCaptcha', () => {
  afterEach(() => {
    document.body.innerHTML = ''
  })

  it('gives the token and leaves nothing behind', async () => {
    const { api, log } = widgetEnding('success', 'token')
    expect(await solveSmartCaptcha('site', () => Promise.resolve(api))).toBe('token')
    expect(log).toEqual(['render site true true', 'destroy 7'])
    expect(document.body.children).toHaveLength(0)
  })

  it.each(['challenge-hidden', 'network-error', 'javascript-error', 'token-expired'])(
    'is not passed at %s',
    async (event) => {
      const { api, log } = widgetEnding(event)
      await expect(solveSmartCaptcha('site', () => Promise.resolve(api))).rejects.toThrow('captchaRefused')
      expect(log.at(-1)).toBe('destroy 7')
    },
  )
})
