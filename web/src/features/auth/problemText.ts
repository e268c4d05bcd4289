import { DomainError } from '#shared/domain/DomainError.ts'
import { t } from './messages.ts'

/** What went wrong, in words; the server's own are never shown. */
export function problemText(error: unknown): string {
  if (!(error instanceof DomainError)) return t('unreachable')
  const { code, details } = error
  switch (code) {
    case 'codeWrong':
      return counted('codeWrong', Number(details.left))
    case 'tooManyAttempts':
      return counted('tooManyAttempts', Number(details.minutes))
    case 'codeExpired':
      return t('codeExpired')
    default:
      return t('unreachable')
  }
}

function counted(key: 'codeWrong' | 'tooManyAttempts', n: number): string {
  return t(key, { n }, n)
}
