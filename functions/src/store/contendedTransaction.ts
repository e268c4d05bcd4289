import { DomainError } from '#shared/domain/DomainError.ts'
import { isContention } from './isContention.ts'
import type { StoreTransaction } from './store.ts'
import { transaction } from './store.ts'

/** A transaction many may ask for at once: so many that the database gives up are too many by any count. */
export async function contendedTransaction<Result>(
  work: (unit: StoreTransaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await transaction(work)
  } catch (error) {
    throw isContention(error) ? new DomainError('tooManyAttempts', { minutes: 1 }) : error
  }
}
