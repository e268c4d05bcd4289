import type * as z from 'zod/mini'
import type { createCaptchaContract } from '#shared/api/signIn.ts'
import { config } from '#functions/platform/config.ts'
import { altcha } from './altcha.ts'
import { smartCaptcha } from './smartCaptcha.ts'

/** What the page shows to a visitor. */
export type CaptchaTask = z.infer<typeof createCaptchaContract.response>

/** A solution that holds. Who takes it remembers `id` until `expiresAt`: the same solution would hold again. */
export interface CaptchaSolution {
  readonly id: string
  readonly expiresAt: number
}

export interface Captcha {
  create(): Promise<CaptchaTask>
  /** Throws `captchaRefused`. */
  accept(solution: string, address: string): Promise<CaptchaSolution>
}

const kinds: ReadonlyMap<string, Captcha> = new Map([
  ['altcha', altcha],
  ['smartcaptcha', smartCaptcha],
])

/** The one this installation uses. */
export function captcha(): Captcha {
  const kind = kinds.get(config.captchaKind())
  if (!kind) throw new Error(`CAPTCHA_KIND is none of ${[...kinds.keys()].join(', ')}`)
  return kind
}
