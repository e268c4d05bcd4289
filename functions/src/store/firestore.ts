import { FieldValue, getFirestore, Timestamp } from 'firebase-admin/firestore'
import type { Firestore } from 'firebase-admin/firestore'
import { app } from '#functions/platform/app.ts'

/** The database, opened once per instance. */
export function firestore(): Firestore {
  return getFirestore(app())
}

export const toTimestamp = (millis: number): Timestamp => Timestamp.fromMillis(millis)

/** The moment of the commit, by the database's own clock: what change feeds are ordered by. */
export const commitTime = (): FieldValue => FieldValue.serverTimestamp()
export const increment = (by: number): FieldValue => FieldValue.increment(by)
export const removed = (): FieldValue => FieldValue.delete()
export const added = (...values: readonly unknown[]): FieldValue => FieldValue.arrayUnion(...values)
export const without = (...values: readonly unknown[]): FieldValue => FieldValue.arrayRemove(...values)

export type Sentinel = FieldValue
