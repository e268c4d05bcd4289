import { doc, updateDoc } from 'firebase/firestore'
import type { UserId } from '#shared/domain/ids.ts'
import type { Preferences, ThemeChoice } from '#shared/domain/user.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'

/** What a person decides for himself alone, straight under the rules. */
export function savePreferences(userId: UserId, preferences: Preferences): Promise<void> {
  return updateDoc(doc(firestore, documentPath('users', { userId })), { preferences })
}

export function saveTheme(userId: UserId, theme: ThemeChoice): Promise<void> {
  return updateDoc(doc(firestore, documentPath('users', { userId })), { theme })
}
