import { DomainError } from '#shared/domain/DomainError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { t } from './messages.ts'

/** Why a channel was not connected; `label` is the channel's name. */
export function refusalText(error: unknown, label: string): string {
  if (error instanceof ProviderError) return providerText(error, label)
  if (!(error instanceof DomainError)) return t('failed')
  if (error.code === 'secretRefused') return t('secretRefused', { label })
  return t(error.code === 'accountTaken' ? 'accountTaken' : 'failed')
}

/** The provider's own words help whoever looks after the account there. */
function providerText({ code, detail }: ProviderError, label: string): string {
  if (code === 'unreachable') return t('providerUnavailable', { label })
  return detail ? t('providerRefusedBecause', { label, detail }) : t('providerRefused', { label })
}
