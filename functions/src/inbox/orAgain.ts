import { logger } from 'firebase-functions'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'

/** For work that changes nothing at a provider: whatever is wrong with ourselves is worth another attempt. */
export async function orAgain<Result>(
  { target, conversationId, messageId }: OutboxEntry,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof ProviderError) throw cause
    const error = cause instanceof Error ? cause.stack : String(cause)
    logger.error('an attempt broke off before anything left', { target, conversationId, messageId, error })
    throw new ProviderError('unreachable', { reason: 'internal', cause })
  }
}
