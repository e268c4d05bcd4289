import * as z from 'zod/mini'
import { firestore } from '#functions/store/firestore.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { mailSchema } from '#shared/firestore/serverDocuments.ts'

const LINK = /\/confirm-email#([A-Za-z0-9_-]{43})\b/

/** The letters that wait to be sent to an address, oldest first. */
export async function lettersTo(email: string): Promise<z.infer<typeof mailSchema>[]> {
  const { docs } = await firestore().collection('mails').where('to', '==', email).get()
  const letters = docs.map((document) => fromDocument(mailSchema, document.data()))
  return letters.sort((one, other) => one.createdAt - other.createdAt)
}

/** The token in the newest letter to an address. */
export async function newestTokenTo(email: string): Promise<string> {
  const letter = (await lettersTo(email)).at(-1)
  return z.string().parse(LINK.exec(letter?.text ?? '')?.[1])
}
