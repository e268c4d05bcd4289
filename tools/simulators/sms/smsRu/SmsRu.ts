import { SmsAccount, roubles } from '../SmsAccount.ts'
import type { SmsInbox } from '../SmsInbox.ts'
import { smsParts } from '../smsParts.ts'
import { NUMBER_ERRORS, isSmsRuCode, type SmsRuCode } from './smsRuStatus.ts'

export interface SmsRuRequest {
  readonly apiId: string
  readonly from: string
  /** What shall come to whom. */
  readonly lines: readonly { readonly phone: string; readonly text: string }[]
  /** Checked and answered like any other, but nothing is sent or paid. */
  readonly isTest: boolean
}

export interface SmsRuOutcome {
  readonly phone: string
  readonly code: SmsRuCode
  readonly smsId: string
  readonly cost: number
  readonly parts: number
}

const MAX_NUMBERS = 100
const MAX_PARTS = 8
const PRICE = 4.5
const PHONE = /^[1-9]\d{9,14}$/

/** SMS.ru, with the one account it has here. */
export class SmsRu {
  readonly account = new SmsAccount()
  private readonly inbox: SmsInbox
  private nextNumber = Math.floor(Date.now() / 1000)

  constructor(inbox: SmsInbox) {
    this.inbox = inbox
  }

  /** One outcome for each number, or the code that refuses them all. */
  send(request: SmsRuRequest): SmsRuOutcome[] | SmsRuCode {
    const struck = this.isKnown(request.apiId) ? this.strikeAll() : undefined
    const refusal = struck ?? this.refusalOf(request) ?? this.moneyRefusal(request)
    return refusal ?? request.lines.map((line) => this.sendTo(line, request.isTest))
  }

  /** What it would cost: nothing is sent, and no fault strikes. */
  costOf(request: SmsRuRequest): SmsRuOutcome[] | SmsRuCode {
    return this.refusalOf(request) ?? request.lines.map((line) => this.priced(line))
  }

  /** Any key will do, but one that says it is wrong. */
  isKnown(apiId: string): boolean {
    return apiId !== '' && !apiId.startsWith('wrong')
  }

  hasSent(id: string): boolean {
    return this.inbox.messages.some((message) => message.gateway === 'smsRu' && message.id === id)
  }

  private strikeAll(): SmsRuCode | undefined {
    if (this.account.strike(['outOfMoney'])) return 201
    const code = this.account.fault?.code ?? 0
    if (isSmsRuCode(code) && NUMBER_ERRORS.includes(code)) return undefined
    const fault = this.account.strike(['code'])
    return fault && isSmsRuCode(fault.code) ? fault.code : undefined
  }

  private refusalOf({ apiId, from, lines }: SmsRuRequest): SmsRuCode | undefined {
    if (!this.isKnown(apiId)) return 200
    if (from.startsWith('wrong')) return 204
    if (lines.length > MAX_NUMBERS) return 213
    const texts = lines.map(({ text }) => text)
    if (texts.length === 0 || texts.some((text) => text.trim() === '')) return 203
    if (texts.some((text) => text.includes('\uFFFD'))) return 212
    return texts.some((text) => smsParts(text) > MAX_PARTS) ? 205 : undefined
  }

  private moneyRefusal({ lines, isTest }: SmsRuRequest): SmsRuCode | undefined {
    const cost = lines.reduce((sum, { text }) => sum + PRICE * smsParts(text), 0)
    if (isTest) return undefined
    if (this.account.balance < cost) return 201
    return this.account.sentToday + lines.length > this.account.dailyLimit ? 206 : undefined
  }

  private sendTo(line: SmsRuRequest['lines'][number], isTest: boolean): SmsRuOutcome {
    const outcome = this.priced(line)
    const fault = this.account.strike(['code'], outcome.phone)
    if (fault && isSmsRuCode(fault.code)) return { ...outcome, code: fault.code }
    if (outcome.code !== 100) return outcome
    const smsId = `000000-${String(this.nextNumber++)}`
    if (isTest) return { ...outcome, smsId }
    this.inbox.add({ id: smsId, gateway: 'smsRu', phone: outcome.phone, text: line.text })
    this.account.pay(outcome.cost)
    return { ...outcome, smsId }
  }

  private priced({ phone, text }: SmsRuRequest['lines'][number]): SmsRuOutcome {
    const digits = phone.replace(/\D/g, '')
    const parts = smsParts(text)
    const code = PHONE.test(digits) ? 100 : 202
    return { phone: digits, code, smsId: '', cost: roubles(PRICE * parts), parts }
  }
}
