import { DomainError } from '#shared/domain/DomainError.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { channelLook } from '../channelLook.ts'
import { t } from './messages.ts'

type Deed = 'edit' | 'delete' | 'react'
type Key = Parameters<typeof t>[0]

const domainWords: Readonly<Record<string, Key>> = {
  notSentYet: 'notSentYet',
  notOwnMessage: 'notOwnMessage',
  messageDeleted: 'messageDeleted',
  notFound: 'notFound',
  channelDisconnected: 'channelDisconnected',
  channelCannot: 'channelCannot',
  reactionRefused: 'reactionRefused',
  textTooLong: 'textTooLong',
  textMissing: 'textMissing',
}

/** Why a message was not changed, in words. */
export function changeRefusal(error: unknown, channelKind: string, deed: Deed): string {
  const channel = channelLook(channelKind).label
  if (error instanceof DomainError) return domainRefusal(error, channel, deed)
  if (error instanceof ProviderError) return providerRefusal(error, channel)
  return t('failed')
}

function domainRefusal({ code, details }: DomainError, channel: string, deed: Deed): string {
  if (code === 'tooLateToChange') {
    const hours = Math.round(Number(details['windowMs'] ?? 0) / HOUR_MS)
    return t(deed === 'delete' ? 'tooLateToDelete' : 'tooLateToEdit', { channel, hours })
  }
  return t(domainWords[code] ?? 'failed', { channel })
}

function providerRefusal({ code, reason, detail }: ProviderError, channel: string): string {
  if (code === 'unreachable') return t('unavailable', { channel })
  if (reason === 'messageGone') return t('messageGone')
  if (reason === 'reactionRefused') return t('reactionRefused', { channel })
  return detail ? t('refusedBecause', { channel, detail }) : t('refused', { channel })
}
