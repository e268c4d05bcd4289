import { doc, onSnapshot } from 'firebase/firestore'
import type { DocumentSnapshot } from 'firebase/firestore'
import type * as z from 'zod/mini'
import { fromDocument } from '#shared/firestore/documents.ts'
import { firestore } from './firestore.ts'

export interface DocumentListener<T> {
  /** Null: there is no such document, or it is not ours to see. */
  next(value: T | null): void
  /** The connection or the page itself is at fault. */
  failed(error: unknown): void
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000

/** Follows one document. What may not be seen counts as absent and is asked for again, for rights may come back. */
export function watchDocument<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  listener: DocumentListener<T>,
): () => void {
  let close: () => void = () => undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let delayMs = FIRST_RETRY_MS
  let isRefused = false

  /** What memory still holds of a refused document is no longer ours; that it holds nothing tells nothing. */
  function tellsNothing(snapshot: DocumentSnapshot): boolean {
    return snapshot.metadata.fromCache && (isRefused || !snapshot.exists())
  }

  function listen() {
    close = onSnapshot(
      doc(firestore, path),
      (snapshot) => {
        if (tellsNothing(snapshot)) return
        isRefused = false
        delayMs = FIRST_RETRY_MS
        listener.next(read(snapshot.data()))
      },
      (error) => {
        isRefused = error.code === 'permission-denied'
        if (isRefused) listener.next(null)
        else listener.failed(error)
        retry = setTimeout(listen, delayMs)
        delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS)
      },
    )
  }

  function read(data: unknown): T | null {
    return data === undefined ? null : fromDocument(schema, data)
  }

  listen()
  return () => {
    clearTimeout(retry)
    close()
  }
}
