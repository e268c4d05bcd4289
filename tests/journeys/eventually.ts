import { expect } from 'vitest'

/** Looks again until it is so; where everything runs at once the page needs a while. */
export const eventually = <Value>(look: () => Value) => expect.poll(look, { timeout: 15_000 })
