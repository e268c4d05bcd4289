import { setTimeout as wait } from 'node:timers/promises'

/** Runs `act` so many times a second, without waiting for one to end before the next. */
export async function atRate(
  count: number,
  perSecond: number,
  act: (at: number) => Promise<void>,
): Promise<void> {
  const startedAt = performance.now()
  const running: Promise<void>[] = []
  for (let at = 0; at < count; at++) {
    await wait(Math.max(0, startedAt + (at * 1000) / perSecond - performance.now()))
    running.push(act(at))
  }
  await Promise.all(running)
}
