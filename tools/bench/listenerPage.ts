import { initializeApp } from 'firebase/app'
import { connectAuthEmulator, getAuth, signInWithCustomToken } from 'firebase/auth'
import {
  collection,
  connectFirestoreEmulator,
  initializeFirestore,
  limit,
  memoryLocalCache,
  onSnapshot,
  orderBy,
  query,
  where,
} from 'firebase/firestore'

/** Where a listener finds its data. */
export interface ListenerPlace {
  readonly projectId: string
  readonly authPort: number
  readonly firestorePort: number
  readonly customToken: string
  readonly companyId: string
}

/**
 * The barest page that hears what the inbox hears: one listener, nothing drawn.
 * `heard` tells when each text came in, in milliseconds of this machine's clock.
 */
export async function listen(
  place: ListenerPlace,
  name: string,
  heard: (text: string) => void,
): Promise<void> {
  const app = initializeApp({ projectId: place.projectId, apiKey: 'local' }, name)
  const auth = getAuth(app)
  connectAuthEmulator(auth, `http://127.0.0.1:${String(place.authPort)}`, { disableWarnings: true })
  const firestore = initializeFirestore(app, { localCache: memoryLocalCache() })
  connectFirestoreEmulator(firestore, '127.0.0.1', place.firestorePort)
  await signInWithCustomToken(auth, place.customToken)
  const rows = collection(firestore, `companies/${place.companyId}/conversations`)
  const changes = query(rows, where('updatedAt', '>=', new Date()), orderBy('updatedAt', 'desc'), limit(20))
  await new Promise<void>((resolve, reject) => {
    onSnapshot(
      changes,
      (snapshot) => {
        for (const change of snapshot.docChanges()) {
          const text: unknown = change.doc.get('lastMessage.text')
          if (typeof text === 'string') heard(text)
        }
        resolve()
      },
      reject,
    )
  })
}
