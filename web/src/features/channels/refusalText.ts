import { DomainError } from '#shared/domain/DomainError.ts'
import { t } from './messages.ts'

/** Why a channel was not connected; `label` is the channel's name. */
export function refusalText(error: unknown, label: string): string {
  if (!(error instanceof DomainError)) return t('failed')
  if (error.code === 'secretRefused') return t('secretRefused', { label })
  return t(error.code === 'accountTaken' ? 'accountTaken' : 'failed')
}
