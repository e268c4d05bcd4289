const underWay = new Set<Promise<unknown>>()

/** Marks a reading as what somebody waits for: what only adds to it lets it go first. */
export function urgent<T>(reading: Promise<T>): Promise<T> {
  const forget = () => {
    underWay.delete(reading)
  }
  underWay.add(reading)
  reading.then(forget, forget)
  return reading
}

/** Until nothing urgent is on its way, what is begun in the same breath included. */
export async function untilNothingUrgent(): Promise<void> {
  await Promise.resolve()
  while (underWay.size > 0) await Promise.allSettled(underWay)
}
