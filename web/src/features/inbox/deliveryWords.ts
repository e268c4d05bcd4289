import type { Delivery } from '#shared/domain/message.ts'
import { channelLook, manifestOf } from './channelLook.ts'
import { t } from './messages.ts'

/** What a tick means; where a channel tells no more, that too. */
export function deliveryWords({ status, reason }: Delivery, channelKind: string): string {
  if (status === 'queued' && reason) return `${t('queued')}. ${t(reason === 'paced' ? 'paced' : 'delayed')}`
  const ends = manifestOf(channelKind)?.supports.receipts === 'sent'
  if (status !== 'sent' || !ends) return t(status)
  return `${t('sent')}. ${t('noReceipts', { channel: channelLook(channelKind).label })}`
}
