import { initializeApp } from 'firebase/app'
import {
  connectAuthEmulator,
  inMemoryPersistence,
  indexedDBLocalPersistence,
  initializeAuth,
  signInWithCustomToken,
} from 'firebase/auth'
import type { Auth } from 'firebase/auth'
import {
  Timestamp,
  collection,
  connectFirestoreEmulator,
  doc,
  getDocs,
  initializeFirestore,
  limit,
  memoryLocalCache,
  onSnapshot,
  orderBy,
  query,
  startAfter,
  where,
} from 'firebase/firestore'
import type { Firestore, Query, QuerySnapshot } from 'firebase/firestore'
import { visitorUid, widgetMessageSchema, widgetSignalSchema } from '#shared/domain/widgetSession.ts'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import type { QueryWords } from '#shared/firestore/buildQuery.ts'
import { collectionPath, documentPath } from '#shared/firestore/collections.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { queries } from '#shared/firestore/queries.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { app } from '#web/firebase/app.ts'
import { connectionProbe } from '#web/firebase/connectionProbe.ts'
import type { ConnectionProbe } from '#web/firebase/connectionProbe.ts'
import { areEmulatorsUsed, emulatorAddress } from '#web/firebase/emulators.ts'
import { probedServer } from '#web/firebase/probedServer.ts'
import type { Cloud } from '../frame/loadCloud.ts'
import type { ProjectedMessage } from '../frame/shownMessages.ts'

const words: QueryWords<Query> = {
  where: (from, field, comparison, value) => query(from, where(field, comparison, value)),
  orderBy: (from, field, direction) => query(from, orderBy(field, direction)),
}

/** Every question costs a read, and visitors are many; a dead socket is still replaced within 45 seconds. */
const SILENCE_MS = 25 * SECOND_MS

/** No message is called so. */
const NOBODY = 'liveness-probe'

/** An app of its own beside the page's: a member who tries his widget stays signed in as himself. */
export function connectCloud(widgetId: string): Cloud {
  const own = initializeApp(app.options, `widget-${widgetId}`)
  const auth = initializeAuth(own, { persistence: [indexedDBLocalPersistence, inMemoryPersistence] })
  const firestore = initializeFirestore(own, { localCache: memoryLocalCache() })
  if (areEmulatorsUsed) connectEmulators(auth, firestore)
  let probe: ConnectionProbe | undefined
  return {
    async isSignedIn(sessionId) {
      await auth.authStateReady()
      return auth.currentUser?.uid === visitorUid(sessionId)
    },
    async signIn(customToken) {
      await signInWithCustomToken(auth, customToken)
    },
    listen(sessionId, count, onMessages, onBroken) {
      const newest = query(messagesOf(firestore, sessionId), limit(count))
      return onSnapshot(
        newest,
        (snapshot) => {
          if (!snapshot.metadata.fromCache) probe?.noteHeard()
          // An empty answer from the cache only says that nobody has answered yet.
          if (!snapshot.empty || !snapshot.metadata.fromCache) onMessages(read(snapshot))
        },
        onBroken,
      )
    },
    watch(sessionId, onChange) {
      const path = documentPath('widgetMessages', { sessionId, messageId: NOBODY })
      const own = connectionProbe({ server: probedServer(firestore, path), silenceMs: SILENCE_MS, onChange })
      probe = own
      return () => own.stop()
    },
    signals: (sessionId, onSignal) => followSignals(firestore, sessionId, onSignal),
    async earlier(sessionId, count, { sentAt, sequence, createdAt }) {
      const start = startAfter(Timestamp.fromMillis(sentAt), sequence, Timestamp.fromMillis(createdAt))
      return read(await getDocs(query(messagesOf(firestore, sessionId), start, limit(count))))
    },
  }
}

function followSignals(
  firestore: Firestore,
  sessionId: string,
  onSignal: Parameters<Cloud['signals']>[1],
): () => void {
  const stops = (['typing', 'read'] as const).map((signalId) =>
    onSnapshot(
      doc(firestore, documentPath('widgetSignals', { sessionId, signalId })),
      (snapshot) => {
        onSignal(signalId, snapshot.exists() ? fromDocument(widgetSignalSchema, snapshot.data()).at : 0)
      },
      () => undefined,
    ),
  )
  return () => {
    for (const stop of stops) stop()
  }
}

function connectEmulators(auth: Auth, firestore: Firestore): void {
  const { host, port } = emulatorAddress('auth')
  connectAuthEmulator(auth, `http://${host}:${String(port)}`, { disableWarnings: true })
  connectFirestoreEmulator(firestore, host, emulatorAddress('firestore').port)
}

function messagesOf(firestore: Firestore, sessionId: string): Query {
  const from = collection(firestore, collectionPath('widgetMessages', { sessionId }))
  return buildQuery<Query>(from, queries.widgetMessages, {}, words)
}

function read({ docs }: QuerySnapshot): ProjectedMessage[] {
  return docs.map((document) => ({ ...fromDocument(widgetMessageSchema, document.data()), id: document.id }))
}
