import { FirebaseError } from 'firebase/app'
import type { OutgoingMessage } from './outgoing.ts'

export interface OutgoingDelivery {
  /** Uploads what the message carries; a file that is there already counts as uploaded. */
  uploadFiles(message: OutgoingMessage): Promise<void>
  /** Resolves when the server has the message, rejects when it will never take it. */
  write(message: OutgoingMessage): Promise<void>
  isStored(message: OutgoingMessage): Promise<boolean>
  /** Until it makes sense to try an upload again. */
  untilRetry(): Promise<void>
}

/** Refusals of an upload that another try cannot change. */
const FINAL = new Set(['storage/unauthorized', 'storage/quota-exceeded', 'storage/invalid-argument'])

function codeOf(error: unknown): string {
  return error instanceof FirebaseError ? error.code : 'unknown'
}

/** Gets one message to the server. Gives null when it is there, or wanted no more, else the code of the refusal. */
export function deliverOutgoing(
  message: OutgoingMessage,
  delivery: OutgoingDelivery,
  isWanted: () => Promise<boolean>,
): Promise<string | null> {
  return refusalOf(
    async () => {
      if (await upload(message, delivery, isWanted)) await delivery.write(message)
    },
    () => delivery.isStored(message),
  )
}

/** Null when the server has taken it, else the code of the refusal. */
export async function refusalOf(
  write: () => Promise<void>,
  isStored: () => Promise<boolean>,
): Promise<string | null> {
  try {
    await write()
    return null
  } catch (error) {
    // A refused create may mean that an earlier page had got it through.
    const isThere = await isStored().catch(() => false)
    return isThere ? null : codeOf(error)
  }
}

/** Whether all files are there; an upload that was stopped by hand is wanted no more. */
async function upload(
  message: OutgoingMessage,
  { uploadFiles, untilRetry: until }: OutgoingDelivery,
  isWanted: () => Promise<boolean>,
): Promise<boolean> {
  while (await isWanted()) {
    try {
      await uploadFiles(message)
      return await isWanted()
    } catch (error) {
      if (!(await isWanted())) return false
      if (FINAL.has(codeOf(error))) throw error
      await until()
    }
  }
  return false
}
