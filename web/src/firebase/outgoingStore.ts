import type { UserId } from '#shared/domain/ids.ts'
import type { OutgoingMessage } from './outgoing.ts'

const DATABASE = 'pact-outgoing'
const STORE = 'messages'

/** Where unsent messages outlive the page: metadata and files. */
export interface OutgoingStore {
  put(message: OutgoingMessage): Promise<void>
  remove(id: string): Promise<void>
  readAll(userId: UserId): Promise<OutgoingMessage[]>
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

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= openDatabase().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: 'id' })
  }
  return answerOf(request).then((database) => {
    // Safari closes idle databases of background tabs.
    database.onclose = () => (opened = undefined)
    return database
  })
}

async function stored(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await open()).transaction(STORE, mode).objectStore(STORE)
}

export const outgoingStore: OutgoingStore = {
  async put(message) {
    await answerOf((await stored('readwrite')).put(message))
  },
  async remove(id) {
    await answerOf((await stored('readwrite')).delete(id))
  },
  async readAll(userId) {
    const messages = (await answerOf((await stored('readonly')).getAll())) as OutgoingMessage[]
    return messages.filter(({ author }) => author.id === userId).sort((a, b) => a.writtenAt - b.writtenAt)
  },
}

/** What nobody here may send any more. */
export async function forgetStored(
  userId: UserId,
  isForgotten: (message: OutgoingMessage) => boolean,
): Promise<void> {
  const messages = await outgoingStore.readAll(userId)
  await Promise.all(messages.filter(isForgotten).map(({ id }) => outgoingStore.remove(id)))
}
