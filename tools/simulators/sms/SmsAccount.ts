import type { SmsFault } from './faults.ts'

const FULL_BALANCE = 100_000
const DAILY_LIMIT = 1_000

/** A customer's account at one gateway: money, the day's limit, and what shall go wrong. */
export class SmsAccount {
  balance = FULL_BALANCE
  dailyLimit = DAILY_LIMIT
  fault: SmsFault | undefined
  private day = ''
  private sent = 0

  get sentToday(): number {
    return this.day === today() ? this.sent : 0
  }

  pay(price: number): void {
    this.sent = this.sentToday + 1
    this.day = today()
    this.balance = roubles(this.balance - price)
  }

  /** The fault, counted down, when it is one of those asked for and meant for this phone. */
  strike(kinds: readonly SmsFault['kind'][], phone?: string): SmsFault | undefined {
    const { fault } = this
    if (!fault || !kinds.includes(fault.kind)) return undefined
    if (fault.phone !== undefined && fault.phone.replace(/\D/g, '') !== phone) return undefined
    if (fault.count !== 'all') this.fault = fault.count > 1 ? { ...fault, count: fault.count - 1 } : undefined
    return fault
  }

  reset(): void {
    this.balance = FULL_BALANCE
    this.dailyLimit = DAILY_LIMIT
    this.fault = undefined
    this.sent = 0
  }
}

/** Without what adding in binary leaves behind. */
export function roubles(value: number): number {
  return Math.round(value * 100) / 100
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
