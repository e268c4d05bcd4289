import { SmsAccount, roubles } from '../SmsAccount.ts'
import type { SmsInbox, SmsMessage } from '../SmsInbox.ts'
import { smsParts } from '../smsParts.ts'
import { isSmscErrorCode, type SmscErrorCode } from './smscErrors.ts'

export interface SmscRequest {
  readonly phones: readonly string[]
  readonly text: string
  readonly sender: string
  /** The caller's own, '' to be given one. */
  readonly id: string
}

export interface SmscSent {
  readonly id: number
  readonly count: number
  readonly cost: number
}

export interface SmscRefusal {
  readonly error: SmscErrorCode
  readonly id: number
}

const PRICE = 3.8
const MAX_LETTERS = 1_000
const PHONE = /^[1-9]\d{9,14}$/
const MINUTE_MS = 60_000
const SAME_COSTS_A_MINUTE = 5

/** SMSC.ru, with the one account it has here. */
export class Smsc {
  readonly account = new SmsAccount()
  private readonly inbox: SmsInbox
  private readonly asked = new Map<string, number[]>()
  /** Begins where the clock stands, so that no id comes again after a restart. */
  private nextId = Math.floor(Date.now() / 1000) - 1_700_000_000

  constructor(inbox: SmsInbox) {
    this.inbox = inbox
  }

  send(request: SmscRequest): SmscSent | SmscRefusal {
    const id = this.idFor(request)
    const error = this.strike(request) ?? this.formError(request) ?? this.repeated('send', request, 1)
    const refusal = error ?? this.messageError(request)
    if (refusal !== undefined) return { error: refusal, id }
    this.note('send', request)
    const phones = validPhones(request)
    for (const phone of phones) this.inbox.add({ id: String(id), gateway: 'smsc', phone, text: request.text })
    const price = this.priceOf(request)
    this.account.pay(price.cost)
    return { id, ...price }
  }

  /** What it would cost: nothing is sent, and no fault strikes. */
  costOf(request: SmscRequest): SmscSent | SmscRefusal {
    const error = this.formError(request) ?? this.repeated('cost', request, SAME_COSTS_A_MINUTE)
    if (error !== undefined) return { error, id: 0 }
    this.note('cost', request)
    return { id: 0, ...this.priceOf(request) }
  }

  /** Any login will do with any password, and any key, but for those that say they are wrong. */
  isKnown(login: string, password: string, key: string): boolean {
    const given = key === '' ? [login, password] : [key]
    return given.every((word) => word !== '' && !word.startsWith('wrong'))
  }

  sent(id: string, phone: string): SmsMessage | undefined {
    const digits = normalized(phone)
    return this.inbox.messages.find(
      (message) => message.gateway === 'smsc' && message.id === id && message.phone === digits,
    )
  }

  reset(): void {
    this.account.reset()
    this.asked.clear()
  }

  private idFor({ id }: SmscRequest): number {
    return /^\d{1,9}$/.test(id) ? Number(id) : this.nextId++
  }

  private strike({ phones }: SmscRequest): SmscErrorCode | undefined {
    if (this.account.strike(['outOfMoney'])) return 3
    const fault = this.account.strike(['code'], normalized(phones[0] ?? ''))
    return fault && isSmscErrorCode(fault.code) ? fault.code : undefined
  }

  private formError({ phones, text }: SmscRequest): SmscErrorCode | undefined {
    return phones.length === 0 || text === '' || text.length > MAX_LETTERS ? 1 : undefined
  }

  private messageError(request: SmscRequest): SmscErrorCode | undefined {
    if (request.sender.startsWith('wrong')) return 6
    if (validPhones(request).length === 0) return 7
    return this.account.balance < this.priceOf(request).cost ? 3 : undefined
  }

  /** The same request may come `most` times a minute. */
  private repeated(kind: string, request: SmscRequest, most: number): SmscErrorCode | undefined {
    const since = Date.now() - MINUTE_MS
    const recent = this.asked.get(keyOf(kind, request))?.filter((at) => at > since) ?? []
    return recent.length >= most ? 9 : undefined
  }

  private note(kind: string, request: SmscRequest): void {
    const key = keyOf(kind, request)
    this.asked.set(key, [...(this.asked.get(key) ?? []), Date.now()].slice(-SAME_COSTS_A_MINUTE))
  }

  private priceOf(request: SmscRequest): Pick<SmscSent, 'count' | 'cost'> {
    const count = smsParts(request.text) * Math.max(1, validPhones(request).length)
    return { count, cost: roubles(PRICE * count) }
  }
}

function keyOf(kind: string, { phones, text, sender }: SmscRequest): string {
  return JSON.stringify([kind, phones, text, sender])
}

function validPhones({ phones }: SmscRequest): string[] {
  return phones.map(normalized).filter((phone) => PHONE.test(phone))
}

/** Russians write an eight where the world writes +7. */
function normalized(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length === 11 ? digits.replace(/^8/, '7') : digits
}
