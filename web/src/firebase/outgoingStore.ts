import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { OutgoingMessage } from './outgoing.ts'
import type { Outgoing } from './outgoingList.ts'
import type { OutgoingNote } from './outgoingNotes.ts'

/** Where what is unsent outlives the page: what it says, and files. */
export interface OutgoingStore<Written extends Outgoing> {
  put(written: Written): Promise<void>
  remove(id: string): Promise<void>
  has(id: string): Promise<boolean>
  readAll(userId: UserId): Promise<Written[]>
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB failed'))
    }
  })
}

/** A database for each kind: one more of them never waits for another tab to let go of an older version. */
function createOutgoingStore<Written extends Outgoing>(databaseName: string): OutgoingStore<Written> {
  const store = 'messages'
  let opened: Promise<IDBDatabase> | undefined

  async function openDatabase(): Promise<IDBDatabase> {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(store, { keyPath: 'id' })
    }
    const database = await answerOf(request)
    // Safari closes idle databases of background tabs.
    database.onclose = () => (opened = undefined)
    return database
  }

  async function stored(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    opened ??= openDatabase().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return (await opened).transaction(store, mode).objectStore(store)
  }

  return {
    async put(written) {
      await answerOf((await stored('readwrite')).put(written))
    },
    async remove(id) {
      await answerOf((await stored('readwrite')).delete(id))
    },
    async has(id) {
      return (await answerOf((await stored('readonly')).count(id))) > 0
    },
    async readAll(userId) {
      const all = (await answerOf((await stored('readonly')).getAll())) as Written[]
      return all.filter(({ author }) => author.id === userId).sort((a, b) => a.writtenAt - b.writtenAt)
    },
  }
}

export const messageStore = createOutgoingStore<OutgoingMessage>('pact-outgoing')
export const noteStore = createOutgoingStore<OutgoingNote>('pact-outgoing-notes')

/** What nobody here may send any more: everything, or what was written in the companies concerned. */
export async function forgetStored(
  userId: UserId,
  concerns: (companyId: CompanyId) => boolean = () => true,
): Promise<void> {
  await Promise.all([messageStore, noteStore].map((store) => forgetIn(store, userId, concerns)))
}

async function forgetIn(
  store: OutgoingStore<OutgoingMessage> | OutgoingStore<OutgoingNote>,
  userId: UserId,
  concerns: (companyId: CompanyId) => boolean,
): Promise<void> {
  const kept: readonly Outgoing[] = await store.readAll(userId)
  const forgotten = kept.filter(({ companyId }) => concerns(companyId))
  await Promise.all(forgotten.map(({ id }) => store.remove(id)))
}
