import { isIP } from 'node:net'
import { logger } from 'firebase-functions'
import * as z from 'zod/mini'
import { DomainError } from '#shared/domain/DomainError.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { config, smartCaptchaSecret } from '#functions/platform/config.ts'
import { hashId } from '#functions/platform/hashId.ts'
import { http } from '#functions/platform/http.ts'
import type { Captcha } from './captcha.ts'

const TIMEOUT_MS = 5 * SECOND_MS
/** So long a token is good there. */
const LIFE_MS = 5 * MINUTE_MS

const answerSchema = z.object({ status: z.string() })

/** Yandex SmartCaptcha: https://yandex.cloud/en/docs/smartcaptcha/operations/validate-captcha */
export const smartCaptcha: Captcha = {
  create: () => Promise.resolve({ kind: 'smartcaptcha', siteKey: config.smartCaptchaSiteKey() }),

  async accept(token, address) {
    if (token === '' || !(await isHuman(token, address))) throw new DomainError('captchaRefused')
    return { id: hashId('smartcaptcha', token), expiresAt: Date.now() + LIFE_MS }
  },
}

/**
 * Whatever the service says but `ok` is a no. Where it says nothing at all (out of reach, 5xx, unreadable), its
 * documentation asks to let people pass; the limits on codes stand all the same.
 */
async function isHuman(token: string, address: string): Promise<boolean> {
  try {
    const status = await askStatus(token, address)
    if (status !== 'ok') logger.info('SmartCaptcha refused', { status })
    return status === 'ok'
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    logger.warn('SmartCaptcha is out of order: sign-in goes on without it', { detail: error.detail })
    return true
  }
}

async function askStatus(token: string, address: string): Promise<string> {
  const { status, body } = await http.request({
    method: 'POST',
    url: `${config.smartCaptchaUrl()}/validate`,
    form: { secret: smartCaptchaSecret.value(), token, ...(isIP(address) && { ip: address }) },
    timeoutMs: TIMEOUT_MS,
  })
  if (status >= 500) throw new ProviderError('unreachable', { detail: `HTTP ${String(status)}` })
  if (status !== 200) return `HTTP ${String(status)}`
  return readStatus(new TextDecoder().decode(body))
}

function readStatus(text: string): string {
  try {
    return answerSchema.parse(JSON.parse(text)).status
  } catch (cause) {
    throw new ProviderError('uncertain', { detail: 'unreadable answer', cause })
  }
}
