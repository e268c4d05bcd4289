import { FirebaseError } from 'firebase/app'

/**
 * Whether the rules refuse it. What Firestore throws is no instance of its own `FirestoreError`: the constructor of
 * `FirebaseError` sets the prototype to itself (https://github.com/firebase/firebase-js-sdk/pull/8552).
 */
export function isRefusedByRules(error: unknown): boolean {
  return error instanceof FirebaseError && error.code === 'permission-denied'
}
