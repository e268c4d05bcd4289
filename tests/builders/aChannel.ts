import type * as z from 'zod/mini'
import { channelSchema } from '#shared/domain/channel.ts'
import type { Channel } from '#shared/domain/channel.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A Telegram bot that works. */
export function aChannel(change: Partial<z.input<typeof channelSchema>> = {}): Channel {
  return channelSchema.parse({
    kind: 'telegram',
    name: 'Бот магазина',
    handle: '@bikes_bot',
    accountId: '700100',
    state: 'active',
    health: { status: 'working', reason: '', checkedAt: AN_HOUR_AGO },
    publicId: 3001,
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
