import { queueMail } from '#functions/mail/queueMail.ts'
import type { Letter } from '#functions/mail/queueMail.ts'
import { firestore } from '#functions/store/firestore.ts'
import type { MailPurpose } from '#shared/firestore/serverDocuments.ts'
import { transaction } from '#functions/store/store.ts'

export const aLetter: Letter = {
  to: 'olga@teply.test',
  subject: 'Приглашение',
  text: 'Здравствуйте',
  html: '<p>Здравствуйте</p>',
}

/** Orders a letter; gives the id of its document. */
export async function queuedMail(
  letter: Partial<Letter>,
  now: number,
  purpose?: MailPurpose,
): Promise<string> {
  await transaction(async (unit) => {
    await Promise.resolve()
    queueMail(unit, { ...aLetter, ...letter }, now, purpose)
  })
  const { docs } = await firestore().collection('mails').orderBy('createdAt', 'desc').limit(1).get()
  return docs[0]?.id ?? ''
}
