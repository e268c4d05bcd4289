import type { Clock } from '../clock.ts'

/**
 * `documented`: one message a second to one chat, thirty a second in all, no burst.
 * `lenient`: the same rates after a burst, as Telegram "may allow" it.
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
export const RATE_LIMITS = ['documented', 'lenient', 'off'] as const
export type RateLimits = (typeof RATE_LIMITS)[number]

interface Bucket {
  tokens: number
  filledAt: number
}

const BURSTS = { documented: { chat: 1, bot: 30 }, lenient: { chat: 20, bot: 60 } } as const
const PER_SECOND = { chat: 1, bot: 30 } as const
const MAX_BUCKETS = 5_000

/** Counts what one bot sends. */
export class RateLimiter {
  private readonly clock: Clock
  private readonly buckets = new Map<number | 'bot', Bucket>()

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** Takes one message's room; gives back the seconds to wait when there is none. */
  take(chatId: number, limits: RateLimits): number {
    if (limits === 'off') return 0
    const chat = this.filled(chatId, PER_SECOND.chat, BURSTS[limits].chat)
    const bot = this.filled('bot', PER_SECOND.bot, BURSTS[limits].bot)
    const wait = Math.max((1 - chat.tokens) / PER_SECOND.chat, (1 - bot.tokens) / PER_SECOND.bot)
    if (wait > 0) return Math.ceil(wait)
    chat.tokens -= 1
    bot.tokens -= 1
    return 0
  }

  clear(): void {
    this.buckets.clear()
  }

  private filled(key: number | 'bot', perSecond: number, burst: number): Bucket {
    const now = this.clock.now()
    const bucket = this.buckets.get(key) ?? { tokens: burst, filledAt: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond)
    bucket.filledAt = now
    if (this.buckets.size >= MAX_BUCKETS && !this.buckets.has(key)) this.buckets.clear()
    this.buckets.set(key, bucket)
    return bucket
  }
}
