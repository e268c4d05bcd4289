/** Runs all jobs with at most `limit` under way at once. */
export async function inFlight<Job>(
  limit: number,
  jobs: readonly Job[],
  run: (job: Job) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    for (;;) {
      const job = jobs[next++]
      if (job === undefined) return
      await run(job)
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
}
