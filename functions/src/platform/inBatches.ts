import { logger } from 'firebase-functions'

interface Batches {
  readonly atOnce: number
  /** Whether there is time for another batch. */
  mayGoOn?(): boolean
}

/**
 * Works on each item apart, a few at once: what fails is logged, and ends nothing but itself. Gives how many were
 * worked on; throws at the very end, where any failed, so that whoever runs it is told.
 */
export async function inBatches<Item>(
  items: readonly Item[],
  { atOnce, mayGoOn = () => true }: Batches,
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const failures: unknown[] = []
  const tryOne = async (item: Item) => {
    try {
      await work(item)
    } catch (error) {
      logger.error('one of many failed', { error: error instanceof Error ? error.stack : String(error) })
      failures.push(error)
    }
  }
  let taken = 0
  for (; taken < items.length && mayGoOn(); taken += atOnce)
    await Promise.all(items.slice(taken, taken + atOnce).map(tryOne))
  if (failures.length > 0) throw new AggregateError(failures, `${String(failures.length)} of many failed`)
  return Math.min(taken, items.length)
}
