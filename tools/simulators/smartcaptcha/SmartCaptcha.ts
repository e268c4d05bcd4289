import { randomBytes } from 'node:crypto'

export interface Passage {
  /** The site the check was passed on, '' when the service itself is in trouble. */
  readonly host: string
  readonly isHuman: boolean
}

export interface Validation {
  readonly status: 'ok' | 'failed'
  readonly message: string
  readonly host?: string
}

export type CaptchaFault = 'error500' | 'timeout'

const LIVES_MS = 5 * 60_000
const MAX_TOKENS = 1_000
const NO_SECRET: Validation = {
  status: 'failed',
  message: 'Authentication failed. Secret has not provided.',
}
const WRONG_SECRET: Validation = { status: 'failed', message: 'Authentication failed. Invalid secret.' }
const WRONG_TOKEN: Validation = { status: 'failed', message: 'Invalid or expired Token.' }

/** The checks visitors have passed, and whether the service works. */
export class SmartCaptcha {
  fault: CaptchaFault | undefined
  private readonly passages = new Map<string, Passage & { readonly until: number }>()

  /** The token a widget would hand over; `ageMs` makes one that was handed over before. */
  pass(passage: Passage, ageMs = 0): string {
    const token = `dD0${randomBytes(48).toString('base64url')}`
    this.passages.set(token, { ...passage, until: Date.now() + LIVES_MS - ageMs })
    const [oldest] = this.passages.keys()
    if (this.passages.size > MAX_TOKENS && oldest !== undefined) this.passages.delete(oldest)
    return token
  }

  /** A token is good for one answer. Any key will do, but one that says it is wrong. */
  validate(secret: string, token: string): Validation {
    if (secret === '') return NO_SECRET
    if (secret.startsWith('wrong')) return WRONG_SECRET
    const passage = this.passages.get(token)
    this.passages.delete(token)
    if (!passage || passage.until <= Date.now()) return WRONG_TOKEN
    if (!passage.isHuman) return { status: 'failed', message: '' }
    return { status: 'ok', message: '', host: passage.host }
  }

  reset(): void {
    this.fault = undefined
    this.passages.clear()
  }
}
