import { DomainError } from '#shared/domain/DomainError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { t } from './messages.ts'

/** What went wrong, in words; the server's own are never shown. */
export function problemText(error: unknown): string {
  if (error instanceof ProviderError) return t('codeNotSent')
  if (!(error instanceof DomainError)) return t('unreachable')
  const { code, details } = error
  switch (code) {
    case 'codeWrong':
      return Number(details.left) > 0 ? counted('codeWrong', Number(details.left)) : t('codeWrongLast')
    case 'tooManyAttempts':
      return counted('tooManyAttempts', Number(details.minutes))
    case 'captchaRefused':
    case 'codeExpired':
    case 'countryRefused':
    case 'emailTaken':
    case 'phoneTaken':
    case 'signInTooOld':
      return t(code)
    case 'smsUnavailable':
      return t('codeNotSent')
    default:
      return t('unreachable')
  }
}

/** The same of the code of a letter: no other is sent, one begins anew. */
export function emailProblemText(error: unknown): string {
  if (!(error instanceof DomainError)) return problemText(error)
  const { code, details } = error
  const isOver = code === 'codeExpired' || (code === 'codeWrong' && Number(details.left) <= 0)
  return isOver ? t('emailCodeOver') : problemText(error)
}

function counted(key: 'codeWrong' | 'tooManyAttempts', n: number): string {
  return t(key, { n }, n)
}
