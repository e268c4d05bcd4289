import {
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
} from 'firebase/firestore'
import type { CollectionName } from '#shared/firestore/collections.ts'
import type { Attempt } from './accessTable.ts'
import { freshId } from './freshId.ts'
import type { Fields } from './overlay.ts'
import { asDocument } from './world.ts'

export function getting(name: CollectionName): Attempt {
  return (as, world) => getDoc(doc(as, world.document(name)))
}

/** A document that is not there: whether it exists is nobody else's business either. */
export function gettingAbsent(name: CollectionName): Attempt {
  return (as, world) => getDoc(doc(as, world.document(name, freshId())))
}

export function listing(name: CollectionName): Attempt {
  return (as, world) => getDocs(query(collection(as, world.collection(name)), limit(10)))
}

/** What is open in one company is not open over all of them. */
export function listingEverywhere(name: CollectionName): Attempt {
  return (as, world) =>
    getDocs(query(collectionGroup(as, world.collection(name).split('/').at(-1) ?? ''), limit(1)))
}

export function creating(name: CollectionName, data: unknown): Attempt {
  return (as, world) => setDoc(doc(as, world.document(name, freshId())), asDocument(data))
}

export function updating(name: CollectionName, change: Fields): Attempt {
  return (as, world) => updateDoc(doc(as, world.document(name)), asDocument(change))
}

export function deleting(name: CollectionName): Attempt {
  return (as, world) => deleteDoc(doc(as, world.document(name)))
}
