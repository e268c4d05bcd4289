import type { App } from 'firebase-admin/app'
import { initializeApp } from 'firebase-admin/app'
import type { Firestore } from 'firebase-admin/firestore'
import { Timestamp, getFirestore } from 'firebase-admin/firestore'
import { getStorage } from 'firebase-admin/storage'
import type {
  CollectionName,
  DocumentIds,
  DocumentInputOf,
  DocumentOf,
} from '#shared/firestore/collections.ts'
import { collections, documentPath } from '#shared/firestore/collections.ts'
import type { Reader } from '#shared/firestore/documents.ts'
import { fromDocument, toDocument } from '#shared/firestore/documents.ts'
import { PROJECT_ID } from '#tools/stack/layout.ts'

let ours: App | undefined

/** The stack's project, beside the functions' own app where they run in the same process; the environment names the emulators. */
export function stackApp(): App {
  const place = { projectId: PROJECT_ID, storageBucket: `${PROJECT_ID}.appspot.com` }
  return (ours ??= initializeApp(place, 'local stack'))
}

export function database(): Firestore {
  return getFirestore(stackApp())
}

export async function writeDocument<Name extends CollectionName>(
  name: Name,
  ids: DocumentIds<Name>,
  data: DocumentInputOf<Name>,
): Promise<void> {
  const document = toDocument(data, (millis) => Timestamp.fromMillis(millis))
  await database().doc(documentPath(name, ids)).set(document)
}

export async function readDocument<Name extends CollectionName>(
  name: Name,
  ids: DocumentIds<Name>,
): Promise<DocumentOf<Name> | undefined> {
  const data = (await database().doc(documentPath(name, ids)).get()).data()
  const schema: Reader<unknown> = collections[name].schema
  return data && (fromDocument(schema, data) as DocumentOf<Name>)
}

export async function writeFile(path: string, bytes: Buffer, contentType: string): Promise<void> {
  const metadata = { contentType, contentDisposition: 'attachment' }
  await getStorage(stackApp()).bucket().file(path).save(bytes, { resumable: false, metadata })
}
