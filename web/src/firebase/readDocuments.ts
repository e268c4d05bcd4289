import type { QueryDocumentSnapshot } from 'firebase/firestore'
import { fromDocument } from '#shared/firestore/documents.ts'
import type * as z from 'zod/mini'

/**
 * Reads one snapshot; a document that breaks its schema is reported and left out, so that it does not empty the list.
 * `unsettledTimes`: a time that is the server's to name and that it has not named yet is this machine's guess, or
 * what it was before; a document that is new has none before.
 */
export function readDocument<T, Id extends string>(
  schema: z.ZodMiniType<T>,
  idSchema: z.ZodMiniType<Id>,
  snapshot: QueryDocumentSnapshot,
  unsettledTimes: 'estimate' | 'previous' = 'estimate',
): (T & { readonly id: Id }) | null {
  try {
    const data = fromDocument(schema, snapshot.data({ serverTimestamps: unsettledTimes }))
    return { ...data, id: idSchema.parse(snapshot.id) }
  } catch (error) {
    queueMicrotask(() => {
      throw new Error(`unreadable document ${snapshot.ref.path}`, { cause: error })
    })
    return null
  }
}

export function isPresent<T>(value: T | null): value is T {
  return value !== null
}
