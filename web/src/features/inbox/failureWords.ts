import type { Attachment, Delivery } from '#shared/domain/message.ts'
import { t } from './thread/messages.ts'

type Key = Parameters<typeof t>[0]

const sendReasons: Readonly<Record<string, Key>> = {
  rejected: 'reasonRejected',
  unauthorized: 'reasonUnauthorized',
  channelDisconnected: 'reasonDisconnected',
  expired: 'reasonExpired',
  unreachable: 'reasonUnreachable',
  rateLimited: 'reasonRateLimited',
  tooLarge: 'reasonTooLarge',
  tooLong: 'reasonTooLong',
  tooManyAttachments: 'reasonTooManyFiles',
  windowClosed: 'reasonWindowClosed',
  templateRefused: 'reasonTemplateRefused',
  blockedByContact: 'reasonBlocked',
  chatNotFound: 'reasonGone',
  gone: 'reasonGone',
  'permission-denied': 'reasonRefused',
  'storage/unauthorized': 'reasonRefused',
}

/** Why a message was not sent; the provider's own words where we know none. */
export function sendFailureWords({ reason = '', detail }: Pick<Delivery, 'reason' | 'detail'>): string {
  const known = sendReasons[reason]
  if (!known) return detail ?? t('reasonOther')
  return known === 'reasonRejected' && detail ? `${t(known)}: ${detail}` : t(known)
}

const fileReasons: Readonly<Record<string, Key>> = {
  tooLarge: 'attachmentTooLarge',
  gone: 'attachmentGone',
  forbiddenAddress: 'attachmentForbidden',
  forbiddenType: 'attachmentForbidden',
}

/** Why a customer's file is not here. */
export function fileFailureWords({ reason = '' }: Pick<Attachment, 'reason'>): string {
  return t(fileReasons[reason] ?? 'attachmentFailed')
}
