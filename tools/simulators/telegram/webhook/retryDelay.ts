const LONGEST_S = 60
const LONGEST_ASKED_S = 3600

/** Seconds until an update is tried again: what the bot asked for, else doubling with each failure. */
export function retryDelay(failures: number, retryAfter: number): number {
  return retryAfter > 0 ? Math.min(retryAfter, LONGEST_ASKED_S) : Math.min(2 ** (failures - 1), LONGEST_S)
}
