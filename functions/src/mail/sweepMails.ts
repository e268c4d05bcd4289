import { MINUTE_MS } from '#shared/domain/time.ts'
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
  for (let at = 0; at < due.length && clock() - startedAt < MAX_RUN_MS; at += AT_ONCE) {
    await Promise.all(due.slice(at, at + AT_ONCE).map(({ id }) => deliverMail(id, clock)))
  }
  return due.length
}
