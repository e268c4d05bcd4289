import type { Delivery } from '#shared/domain/message.ts'
import { channelLook, manifestOf } from './channelLook.ts'
import { t } from './thread/messages.ts'
import { clockTime, dayAndTime, dayOf } from './moments.ts'

/** What a tick means; where a channel tells no more, that too. */
export function deliveryWords({ status, reason }: Delivery, channelKind: string): string {
  if (status === 'queued' && reason) return `${t('queued')}. ${t(reason === 'paced' ? 'paced' : 'delayed')}`
  const ends = manifestOf(channelKind)?.supports.receipts === 'sent'
  if (status !== 'sent' || !ends) return t(status)
  return `${t('sent')}. ${t('noReceipts', { channel: channelLook(channelKind).label })}`
}

/** The same with the moment of each state, as far as they are known: «Отправлено 12:40 · Доставлено 12:41». */
export function deliveryTip(delivery: Delivery, channelKind: string, timeZone: string): string {
  const times = timesOf(delivery, timeZone)
  const words = deliveryWords(delivery, channelKind)
  return times ? words.replace(t(delivery.status), times) : words
}

function timesOf({ status, sentAt, deliveredAt, readAt, failedAt }: Delivery, timeZone: string): string {
  if (status === 'queued' || status === 'sending' || status === 'uncertain') return ''
  const reached = [
    ['sent', sentAt],
    ['delivered', deliveredAt],
    ['read', readAt],
    ['failed', status === 'failed' ? failedAt : undefined],
  ] as const
  return reached
    .flatMap(([state, at]) => (at === undefined ? [] : [`${t(state)} ${momentIn(timeZone, at, sentAt)}`]))
    .join(' · ')
}

/** The day is told where it is another one. */
function momentIn(timeZone: string, at: number, sentAt = at): string {
  const isOneDay = dayOf(at, timeZone) === dayOf(sentAt, timeZone)
  return isOneDay ? clockTime(at, timeZone) : dayAndTime(at, timeZone)
}
