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

/** Gets one message to the server. Gives null when it is there, else the code of the refusal. */
export async function deliverOutgoing(
  message: OutgoingMessage,
  delivery: OutgoingDelivery,
): Promise<string | null> {
  try {
    await upload(message, delivery)
    await delivery.write(message)
    return null
  } catch (error) {
    // A refused create may mean that an earlier page had got it through.
    const isThere = await delivery.isStored(message).catch(() => false)
    return isThere ? null : codeOf(error)
  }
}

async function upload(
  message: OutgoingMessage,
  { uploadFiles, untilRetry: until }: OutgoingDelivery,
): Promise<void> {
  for (;;) {
    try {
      await uploadFiles(message)
      return
    } catch (error) {
      if (FINAL.has(codeOf(error))) throw error
      await until()
    }
  }
}
