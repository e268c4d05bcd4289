import { logger } from 'firebase-functions'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'
import { removed } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import type { Place, StoreTransaction } from '#functions/store/store.ts'
import { noteUndelivered } from './noteUndelivered.ts'
import type { MailOutcome, MailRefusal } from './sendMail.ts'
import { sendMail } from './sendMail.ts'

type Mail = DocumentOf<'mails'>

/** Longer than any attempt may take: nobody else tries while one may be alive. */
const LEASE_MS = 3 * MINUTE_MS

/** A link or a code a day late helps nobody. */
const GIVEN_UP_AFTER_MS = DAY_MS

const FIRST_DELAY_MS = MINUTE_MS
const LONGEST_DELAY_MS = HOUR_MS

/**
 * Attempts one letter, if nobody else is at it and its moment has come. SMTP has no way to ask whether a letter
 * arrived: where the connection broke at its very end, or this process dies, it is sent again under the same
 * Message-ID (RFC 5321 6.1 prefers a double to a loss), and the log says so.
 */
export async function deliverMail(mailId: string, clock: () => number = Date.now): Promise<void> {
  const mail = await claim(mailId, clock())
  if (!mail) return
  if (mail.attempts > 1) logger.warn('a letter is tried again', { mailId, attempts: mail.attempts })
  const outcome = await sendMail(mail, mailId)
  if (outcome.outcome !== 'sent') logger.warn('a letter did not leave', { mailId, ...outcome })
  await settle(mailId, mail, outcome, clock())
}

/** Takes the lease. `attempts` counts this one. */
function claim(mailId: string, now: number): Promise<Mail | undefined> {
  const place = ['mails', { mailId }] as const
  return transaction(async (unit) => {
    const mail = await unit.get(...place)
    if (mail?.state !== 'queued' || !isDue(mail, now)) return undefined
    const attempts = mail.attempts + 1
    const leaseUntilAt = now + LEASE_MS
    // The sweep looks by `nextAttemptAt` alone: what a dead process held is due when its lease is over.
    unit.update(place, { attempts, leaseUntilAt, nextAttemptAt: leaseUntilAt })
    return { ...mail, attempts, leaseUntilAt }
  })
}

/** A new letter is due whatever the writer's clock said. */
function isDue({ attempts, nextAttemptAt = 0 }: Mail, now: number): boolean {
  return attempts === 0 || nextAttemptAt <= now
}

function settle(mailId: string, claimed: Mail, outcome: MailOutcome, now: number): Promise<void> {
  const place = ['mails', { mailId }] as const
  return transaction(async (unit) => {
    const mail = await unit.get(...place)
    if (mail?.state !== 'queued') return
    // Gone is gone, even if the lease ran out meanwhile and somebody else has it now.
    if (outcome.outcome === 'sent') unit.update(place, { state: 'sent', reason: '', ...ENDED })
    else if (mail.leaseUntilAt === claimed.leaseUntilAt) await putOff(unit, place, mail, outcome, now)
  })
}

/** Tries it again later, or gives it up. */
async function putOff(
  unit: StoreTransaction,
  place: Place<'mails'>,
  mail: Mail,
  { outcome, reason }: MailRefusal,
  now: number,
): Promise<void> {
  const nextAttemptAt = now + delayAfter(mail.attempts)
  const isOver = outcome === 'refused' || nextAttemptAt > mail.createdAt + GIVEN_UP_AFTER_MS
  if (isOver) await noteUndelivered(unit, mail)
  const changes = isOver
    ? { state: 'failed' as const, reason, ...ENDED }
    : { reason, nextAttemptAt, leaseUntilAt: removed() }
  unit.update(place, changes)
}

/** The words go with the end: links and codes stand in them. */
const ENDED = { subject: '', text: '', html: '', nextAttemptAt: removed(), leaseUntilAt: removed() }

function delayAfter(attempts: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS)
}
