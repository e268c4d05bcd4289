import { describe, expect, it } from 'vitest'
import type { Delivery } from '#shared/domain/message.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { deliveryTip as tipIn, deliveryWords } from '#web/features/inbox/deliveryWords.ts'

const deliveryTip = (delivery: Delivery, kind: string) => tipIn(delivery, kind, 'Europe/Moscow')
const sentAt = Date.UTC(2026, 10, 20, 9, 40)

describe('a tick', () => {
  it('says when each state was reached', () => {
    const delivery = {
      status: 'read' as const,
      sentAt,
      deliveredAt: sentAt + MINUTE_MS,
      readAt: sentAt + 4 * MINUTE_MS,
    }
    expect(deliveryTip(delivery, 'widget')).toBe('Отправлено 12:40 · Доставлено 12:41 · Прочитано 12:44')
    expect(deliveryWords(delivery, 'widget')).toBe('Прочитано')
  })

  it('says where a channel tells no more', () => {
    const words = 'Отправлено 12:40. Telegram-бот не сообщает о доставке'
    expect(deliveryTip({ status: 'sent', sentAt }, 'telegram')).toBe(words)
  })

  it('names the day where it is another', () => {
    const readAt = Date.UTC(2026, 10, 22, 6, 5)
    expect(deliveryTip({ status: 'read', sentAt, readAt }, 'widget')).toMatch(
      /^Отправлено 12:40 · Прочитано .*22.*9:05$/,
    )
  })

  it('says when a message failed, and forgets it once that proved wrong', () => {
    const failedAt = sentAt + MINUTE_MS
    expect(deliveryTip({ status: 'failed', failedAt }, 'widget')).toBe('Не отправлено 12:41')
    expect(deliveryTip({ status: 'sent', sentAt, failedAt }, 'widget')).toBe('Отправлено 12:40')
  })

  it('of a message sent before times were kept says the state alone', () => {
    expect(deliveryTip({ status: 'delivered' }, 'widget')).toBe('Доставлено')
    expect(deliveryTip({ status: 'queued' }, 'widget')).toBe('В очереди')
  })
})
