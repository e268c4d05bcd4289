import { DomainError } from '#shared/domain/DomainError.ts'
import type { DomainErrorCode } from '#shared/domain/DomainError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { t } from './messages.ts'

export interface SendProblem {
  /** Which field is to blame; `form`: none of them. */
  readonly field: 'phone' | 'form'
  readonly text: string
}

type Key = Parameters<typeof t>[0]

const WORDS: Partial<Record<DomainErrorCode, Key>> = {
  phoneRefused: 'phoneRefused',
  numberNotThere: 'numberNotThere',
  channelCannotWriteFirst: 'channelCannotWriteFirst',
  channelDisconnected: 'channelDisconnected',
  conversationOfColleague: 'conversationOfColleague',
  windowClosed: 'windowClosed',
  templateRefused: 'templateRefused',
  contactBlocked: 'contactBlocked',
}

const OF_PHONE: readonly DomainErrorCode[] = ['phoneRefused', 'numberNotThere', 'conversationOfColleague']

/** Why a message was not sent; `channel` is what its channel is called. */
export function sendProblem(error: unknown, channel: string): SendProblem {
  if (error instanceof ProviderError) return { field: 'form', text: providerWords(error, channel) }
  if (!(error instanceof DomainError)) return { field: 'form', text: t('failed') }
  const { code, details } = error
  if (code === 'tooManyAttempts') {
    return { field: 'form', text: t('tooMany', { minutes: details['minutes'] ?? 1 }) }
  }
  return { field: OF_PHONE.includes(code) ? 'phone' : 'form', text: t(WORDS[code] ?? 'failed', { channel }) }
}

function providerWords({ code, detail }: ProviderError, channel: string): string {
  return code === 'unreachable' || !detail ? t('unavailable', { channel }) : t('refused', { channel, detail })
}
