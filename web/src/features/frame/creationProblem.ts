import { DomainError } from '#shared/domain/DomainError.ts'
import { isDenied } from '#web/firebase/isDenied.ts'
import { t } from './messages.ts'

/** Why no company was created, in words. */
export function creationProblem(error: unknown): string {
  if (isDenied(error)) return t('creationDenied')
  if (!(error instanceof DomainError) || error.code !== 'tooManyAttempts') return t('failed')
  const minutes = Number(error.details.minutes)
  return t('tooManyAttempts', { n: minutes }, minutes)
}
