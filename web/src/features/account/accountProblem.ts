import { DomainError } from '#shared/domain/DomainError.ts'
import { t } from './messages.ts'

/** Why something was not saved, in words. */
export function accountProblem(error: unknown): string {
  if (!(error instanceof DomainError)) return t('unreachable')
  const { code, details } = error
  switch (code) {
    case 'emailTaken':
    case 'imageRefused':
    case 'phoneTaken':
    case 'signInTooOld':
      return t(code)
    case 'tooManyAttempts':
      return t('tooManyAttempts', { n: Number(details.minutes) }, Number(details.minutes))
    default:
      return t('unreachable')
  }
}
