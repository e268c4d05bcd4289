import * as z from 'zod/mini'
import { unsentMessageSchema } from './unsentMessage.ts'
import type { UnsentMessage } from './unsentMessage.ts'

/** Keeps unsent messages, files included, through reloads. */
export interface UnsentStore {
  all(): Promise<UnsentMessage[]>
  put(message: UnsentMessage): Promise<void>
  remove(id: string): Promise<void>
}

const STORE = 'unsent'

/** In IndexedDB; where that is blocked messages are kept as long as the page. */
export async function unsentStore(widgetId: string): Promise<UnsentStore> {
  try {
    return inDatabase(await openDatabase(`pact-widget:${widgetId}`))
  } catch {
    return { all: () => Promise.resolve([]), put: () => Promise.resolve(), remove: () => Promise.resolve() }
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
  return finished(request)
}

function inDatabase(database: IDBDatabase): UnsentStore {
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE)
  return {
    async all() {
      const kept: unknown = await finished(store('readonly').getAll())
      return z
        .array(unsentMessageSchema)
        .parse(kept)
        .sort((a, b) => a.writtenAt - b.writtenAt)
    },
    async put(message) {
      await finished(store('readwrite').put(message))
    },
    async remove(id) {
      await finished(store('readwrite').delete(id))
    },
  }
}

function finished<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new DOMException('request failed'))
    }
  })
}
