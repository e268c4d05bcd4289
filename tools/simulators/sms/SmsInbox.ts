export type GatewayName = 'smsRu' | 'smsc'

export interface SmsMessage {
  readonly id: string
  /** Who sent it. */
  readonly gateway: GatewayName
  /** Digits only, with the country's. */
  readonly phone: string
  readonly text: string
  /** The one-time code in the text, '' when there is none. */
  readonly code: string
  readonly at: number
}

const MAX_MESSAGES = 1_000
const CODE = /(?<!\d)\d{4,8}(?!\d)/

/** What came to phones, whichever gateway brought it. */
export class SmsInbox {
  /** Newest first. */
  readonly messages: SmsMessage[] = []

  add(message: Omit<SmsMessage, 'code' | 'at'>): void {
    this.messages.unshift({ ...message, code: CODE.exec(message.text)?.[0] ?? '', at: Date.now() })
    this.messages.length = Math.min(this.messages.length, MAX_MESSAGES)
  }

  clear(): void {
    this.messages.length = 0
  }
}
