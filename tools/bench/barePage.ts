import { initializeApp } from 'firebase/app'
import {
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  signInWithCustomToken,
} from 'firebase/auth'
import {
  collection,
  connectFirestoreEmulator,
  doc,
  getDocsFromServer,
  initializeFirestore,
  limit,
  memoryLocalCache,
  onSnapshot,
  orderBy,
  query,
  terminate,
  where,
} from 'firebase/firestore'
import type { Firestore, Query } from 'firebase/firestore'
import type { CompanyId } from '#shared/domain/ids.ts'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import type { QueryWords } from '#shared/firestore/buildQuery.ts'
import { collectionPath, documentPath } from '#shared/firestore/collections.ts'
import { queries } from '#shared/firestore/queries.ts'
import type { QueryName } from '#shared/firestore/queries.ts'

export interface BarePlace {
  readonly projectId: string
  readonly authPort: number
  readonly firestorePort: number
  readonly customToken: string
  readonly companyId: CompanyId
}

/** One of the product's queries, as the page asks it. */
export interface BareQuery {
  readonly name: QueryName
  readonly place: Readonly<Record<string, string>>
  readonly equals: readonly (string | boolean)[]
  readonly limit: number
}

export interface BarePage {
  /** Milliseconds from asking to having the documents. `isFirst`: connecting is part of it. */
  ask(asked: BareQuery, isFirst: boolean): Promise<number>
}

const words: QueryWords<Query> = {
  where: (from, field, comparison, value) => query(from, where(field, comparison, value)),
  orderBy: (from, field, direction) => query(from, orderBy(field, direction)),
}

/** The SDK and nothing else. Signs in for its whole origin, so the product's own page finds itself signed in. */
export async function barePage({
  projectId,
  authPort,
  firestorePort,
  customToken,
  companyId,
}: BarePlace): Promise<BarePage> {
  const app = initializeApp({ projectId, apiKey: 'local', appId: 'local' })
  const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence })
  connectAuthEmulator(auth, `http://127.0.0.1:${String(authPort)}`, { disableWarnings: true })
  await signInWithCustomToken(auth, customToken)

  let firestore = open()

  function open(): Firestore {
    const opened = initializeFirestore(app, { localCache: memoryLocalCache() })
    connectFirestoreEmulator(opened, '127.0.0.1', firestorePort)
    return opened
  }

  function toQuery({ name, place, equals, limit: size }: BareQuery): Query {
    const shape = queries[name]
    const from = collection(firestore, collectionPath(shape.collection, place))
    return query(buildQuery<Query>(from, shape, { equals }, words), limit(size))
  }

  /**
   * A stream that follows nothing is closed after a minute, and one that has heard nothing yet is given up after ten
   * seconds, which the emulator may need for one query; the product's always follows something.
   */
  function stayConnected(): void {
    onSnapshot(doc(firestore, documentPath('companies', { companyId })), () => undefined)
  }

  return {
    async ask(asked, isFirst) {
      if (isFirst) {
        await terminate(firestore)
        firestore = open()
      }
      const startedAt = performance.now()
      if (isFirst) stayConnected()
      const { size } = await getDocsFromServer(toQuery(asked))
      const took = performance.now() - startedAt
      if (size === 0) throw new Error(`${asked.name} finds nothing`)
      return took
    },
  }
}
