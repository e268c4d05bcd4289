import { logger } from 'firebase-functions'

/** One thing that happens by the clock. */
export interface Step {
  /** What is said of it once it is done. */
  readonly done: string
  /** Gives how many it was done to. */
  run(): Promise<number>
}

/** Runs all steps, whatever becomes of the others. Throws at the end, where any failed: the platform shall know. */
export async function runApart(steps: readonly Step[]): Promise<void> {
  const failures: unknown[] = []
  const runOne = async ({ done, run }: Step) => {
    try {
      const count = await run()
      if (count > 0) logger.info(done, { count })
    } catch (error) {
      logger.error(`not: ${done}`, { error: error instanceof Error ? error.stack : String(error) })
      failures.push(error)
    }
  }
  await Promise.all(steps.map(runOne))
  if (failures.length > 0) throw new AggregateError(failures, `${String(failures.length)} steps failed`)
}
