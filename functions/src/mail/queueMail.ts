import { emailSchema } from '#shared/api/email.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { MailPurpose } from '#shared/firestore/serverDocuments.ts'
import { randomId } from '#functions/platform/hashId.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** A letter to one person, as words and as a page. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** How long a letter's document stays: it tells whether it has gone, and why not. */
const KEPT_MS = 30 * DAY_MS

/**
 * Orders a letter within the transaction it follows from; a trigger delivers it once that is committed.
 * One address, nothing else: a list of them, or a line break, is a mistake of ours and throws.
 */
export function queueMail(
  unit: StoreTransaction,
  { to, subject, text, html }: Letter,
  now: number,
  purpose?: MailPurpose,
): void {
  unit.create(['mails', { mailId: randomId() }], {
    ...(purpose && { purpose }),
    to: emailSchema.parse(to),
    subject,
    text,
    html,
    state: 'queued',
    attempts: 0,
    nextAttemptAt: now,
    createdAt: now,
    expiresAt: now + KEPT_MS,
  })
}
