import type { QueryDocumentSnapshot } from 'firebase/firestore'
import { fromDocument } from '#shared/firestore/documents.ts'
import type * as z from 'zod/mini'

/** Reads one snapshot; a document that breaks its schema is reported and left out, so that it does not empty the list. */
export function readDocument<T, Id extends string>(
  schema: z.ZodMiniType<T>,
  idSchema: z.ZodMiniType<Id>,
  snapshot: QueryDocumentSnapshot,
): (T & { readonly id: Id }) | null {
  try {
    const data = fromDocument(schema, snapshot.data({ serverTimestamps: 'estimate' }))
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
