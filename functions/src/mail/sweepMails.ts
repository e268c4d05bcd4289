import { MINUTE_MS } from '#shared/domain/time.ts'
import { inBatches } from '#functions/platform/inBatches.ts'
import { find } from '#functions/store/store.ts'
import { deliverMail } from './deliverMail.ts'

const MAX_MAILS = 200
const AT_ONCE = 5
/** A server that answers nothing must not hold up what else happens by the clock. */
const MAX_RUN_MS = MINUTE_MS / 2

/** Takes up letters whose moment has come: put off, forgotten by their trigger, or left by a process that died. */
export async function sweepMails(clock: () => number = Date.now): Promise<number> {
  const startedAt = clock()
  const due = await find('mailsDue', { equals: ['queued'], range: startedAt }, MAX_MAILS)
  const mayGoOn = () => clock() - startedAt < MAX_RUN_MS
  return inBatches(due, { atOnce: AT_ONCE, mayGoOn }, ({ id }) => deliverMail(id, clock))
}
