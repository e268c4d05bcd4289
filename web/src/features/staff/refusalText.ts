import { DomainError } from '#shared/domain/DomainError.ts'
import { t } from './messages.ts'

/** Why the server did not do it. */
export function refusalText(error: unknown): string {
  if (!(error instanceof DomainError)) return t('failed')
  switch (error.code) {
    case 'lastAdmin':
      return t('lastAdmin')
    case 'alreadyMember':
      return t('alreadyIn', { email: String(error.details.email ?? '') })
    case 'nameTaken':
      return t('teamNameTaken')
    case 'tooManyAttempts':
      return t('tooManyLetters')
    case 'notFound':
    case 'invitationUsed':
    case 'invitationRevoked':
      return t('gone')
    default:
      return t('failed')
  }
}
