import { NUMBER_ERRORS, type SmsCode } from './smsStatus.ts'

export interface SmsMessage {
  readonly id: string
  /** Digits only, with the country's. */
  readonly phone: string
  readonly text: string
  /** The one-time code in the text, '' when there is none. */
  readonly code: string
  readonly at: number
}

export interface SmsFault {
  readonly code: SmsCode
  readonly count: number | 'all'
  /** Undefined for every number. */
  readonly phone: string | undefined
}

export interface SmsRequest {
  readonly apiId: string
  readonly phones: readonly string[]
  readonly text: string
}

export interface SmsOutcome {
  readonly phone: string
  readonly code: SmsCode
  readonly smsId: string
}

const MAX_MESSAGES = 1_000
const MAX_NUMBERS = 100
/** Eight parts of 67 letters each: Cyrillic text in several parts. */
const MAX_TEXT = 536
const PRICE = 4.5

/** The account of the simulated gateway and what it has sent. */
export class SmsGateway {
  balance = 100_000
  fault: SmsFault | undefined
  /** Newest first. */
  readonly messages: SmsMessage[] = []
  private nextNumber = Math.floor(Date.now() / 1000)

  /** One outcome for each number, or the code that refuses them all. */
  send({ apiId, phones, text }: SmsRequest): SmsOutcome[] | SmsCode {
    const refusal = this.refusalOf(apiId, phones, text)
    return refusal ?? phones.map((phone) => this.sendTo(phone.replace(/\D/g, ''), text))
  }

  /** Any key will do, but one that says it is wrong. */
  isKnown(apiId: string): boolean {
    return apiId !== '' && !apiId.startsWith('wrong')
  }

  reset(): void {
    this.messages.length = 0
    this.balance = 100_000
    this.fault = undefined
  }

  private refusalOf(apiId: string, phones: readonly string[], text: string): SmsCode | undefined {
    if (!this.isKnown(apiId)) return 200
    if (this.fault && !NUMBER_ERRORS.includes(this.fault.code)) return this.takeFault()
    if (text.trim() === '') return 203
    if (text.length > MAX_TEXT) return 205
    if (phones.length > MAX_NUMBERS) return 213
    return this.balance < PRICE * phones.length ? 201 : undefined
  }

  private sendTo(phone: string, text: string): SmsOutcome {
    const { fault } = this
    const isStruck = fault && (fault.phone === undefined || fault.phone === phone)
    const refusal = isStruck ? this.takeFault() : /^[1-9]\d{9,14}$/.test(phone) ? undefined : 202
    if (refusal !== undefined) return { phone, code: refusal, smsId: '' }
    const id = `000000-${this.nextNumber++}`
    const code = /(?<!\d)\d{4,8}(?!\d)/.exec(text)?.[0] ?? ''
    this.messages.unshift({ id, phone, text, code, at: Date.now() })
    this.messages.length = Math.min(this.messages.length, MAX_MESSAGES)
    this.balance = Math.round((this.balance - PRICE) * 100) / 100
    return { phone, code: 100, smsId: id }
  }

  private takeFault(): SmsCode | undefined {
    const { fault } = this
    if (fault && fault.count !== 'all') {
      this.fault = fault.count > 1 ? { ...fault, count: fault.count - 1 } : undefined
    }
    return fault?.code
  }
}
