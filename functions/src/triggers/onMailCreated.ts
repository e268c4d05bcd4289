import { onDocumentCreated } from 'firebase-functions/firestore'
import { smtpPassword } from '#functions/platform/config.ts'
import { deliverMail } from '#functions/mail/deliverMail.ts'

/** A letter was ordered: hand it over at once. Told twice, or late, it does no harm. */
export const onMailCreated = onDocumentCreated(
  { document: 'mails/{mailId}', secrets: [smtpPassword] },
  ({ params }) => deliverMail(params.mailId),
)
