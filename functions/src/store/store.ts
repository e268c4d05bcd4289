import { logger } from 'firebase-functions'
import * as z from 'zod/mini'
import type {
  DocumentData,
  DocumentReference,
  Query,
  QuerySnapshot,
  Transaction,
} from 'firebase-admin/firestore'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import type { QueryValues } from '#shared/firestore/buildQuery.ts'
import { collectionPath, collections, documentPath } from '#shared/firestore/collections.ts'
import type {
  CollectionName,
  DocumentIds,
  DocumentInputOf,
  DocumentOf,
} from '#shared/firestore/collections.ts'
import { fromDocument, toDocument } from '#shared/firestore/documents.ts'
import type { Reader } from '#shared/firestore/documents.ts'
import { queries } from '#shared/firestore/queries.ts'
import type { Comparison, QueryName, QueryShape } from '#shared/firestore/queries.ts'
import { isTransactionClosed } from './isContention.ts'
import { cost } from './cost.ts'
import { firestore, toTimestamp } from './firestore.ts'
import type { Sentinel } from './firestore.ts'

/** A whole document; any field may be left to the database (`commitTime()`, `increment(1)`). */
export type NewDocument<Name extends CollectionName> = {
  [Field in keyof DocumentInputOf<Name>]: DocumentInputOf<Name>[Field] | Sentinel
}

/** Some fields of a document; `lastMessage.deliveryStatus` names a field inside a field. */
export type Changes<Name extends CollectionName> = Partial<NewDocument<Name>> &
  Readonly<Record<`${string}.${string}`, unknown>>

/** A document's place, as `[collection, ids]`. */
export type Place<Name extends CollectionName> = readonly [name: Name, ids: DocumentIds<Name>]

function reference<Name extends CollectionName>([name, ids]: Place<Name>): DocumentReference {
  return firestore().doc(documentPath(name, ids))
}

function read<Name extends CollectionName>(
  name: Name,
  data: DocumentData | undefined,
): DocumentOf<Name> | undefined {
  cost.reads++
  if (!data) return undefined
  // The schema of `name` yields DocumentOf<Name>; TypeScript cannot follow the lookup.
  const schema: Reader<unknown> = collections[name].schema
  return fromDocument(schema, data) as DocumentOf<Name>
}

/** A transaction that speaks domain types. All reads come before the first write. */
export class StoreTransaction {
  readonly #transaction: Transaction

  constructor(transaction: Transaction) {
    this.#transaction = transaction
  }

  async get<Name extends CollectionName>(...place: Place<Name>): Promise<DocumentOf<Name> | undefined> {
    const snapshot = await this.#transaction.get(reference(place))
    return read(place[0], snapshot.data())
  }

  /** Several documents in one round trip, in the order asked for. */
  async getAll<const Names extends readonly CollectionName[]>(
    ...places: { [At in keyof Names]: Place<Names[At]> }
  ): Promise<{ [At in keyof Names]: DocumentOf<Names[At]> | undefined }> {
    const snapshots = await this.#transaction.getAll(...places.map((place) => reference(place)))
    const documents = snapshots.map((snapshot, at) => read(nameAt(places, at), snapshot.data()))
    return documents as { [At in keyof Names]: DocumentOf<Names[At]> | undefined }
  }

  /** What a query finds; the commit fails, and all is tried again, where that has changed meanwhile. */
  async find<Name extends QueryName>(
    name: Name,
    values: QueryValues,
    limit: number,
    parent: Partial<Record<string, string>> = {},
  ): Promise<Found<(typeof queries)[Name]['collection']>[]> {
    return foundBy(name, await this.#transaction.get(queryFor(name, values, limit, parent)))
  }

  /** Fails the whole transaction when the document exists. */
  create<Name extends CollectionName>(place: Place<Name>, data: NewDocument<Name>): void {
    cost.writes++
    this.#transaction.create(reference(place), toDocument(data, toTimestamp))
  }

  set<Name extends CollectionName>(place: Place<Name>, data: NewDocument<Name>): void {
    cost.writes++
    this.#transaction.set(reference(place), toDocument(data, toTimestamp))
  }

  /** Fails the whole transaction when the document does not exist. */
  update<Name extends CollectionName>(place: Place<Name>, changes: Changes<Name>): void {
    cost.writes++
    this.#transaction.update(reference(place), toDocument(changes, toTimestamp))
  }

  delete<Name extends CollectionName>(...place: Place<Name>): void {
    cost.writes++
    this.#transaction.delete(reference(place))
  }
}

function nameAt(places: readonly Place<CollectionName>[], at: number): CollectionName {
  const place = places[at]
  if (!place) throw new RangeError('more answers than questions')
  return place[0]
}

const TRANSACTION_TRIES = 5

export async function transaction<Result>(
  work: (transaction: StoreTransaction) => Promise<Result>,
): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await firestore().runTransaction((inner) => work(new StoreTransaction(inner)))
    } catch (error) {
      if (tried === TRANSACTION_TRIES || !isTransactionClosed(error)) throw error
    }
  }
}

export async function get<Name extends CollectionName>(
  ...place: Place<Name>
): Promise<DocumentOf<Name> | undefined> {
  const snapshot = await reference(place).get()
  return read(place[0], snapshot.data())
}

export async function set<Name extends CollectionName>(
  place: Place<Name>,
  data: NewDocument<Name>,
): Promise<void> {
  cost.writes++
  await reference(place).set(toDocument(data, toTimestamp))
}

export async function update<Name extends CollectionName>(
  place: Place<Name>,
  changes: Changes<Name>,
): Promise<void> {
  cost.writes++
  await reference(place).update(toDocument(changes, toTimestamp))
}

export async function remove<Name extends CollectionName>(...place: Place<Name>): Promise<void> {
  cost.writes++
  await reference(place).delete()
}

/** One document found by a query, with the ids of its path. */
export interface Found<Name extends CollectionName> {
  readonly id: string
  readonly path: string
  readonly data: DocumentOf<Name>
}

const words = {
  where: (query: Query, field: string, comparison: Comparison, value: unknown) =>
    query.where(field, comparison, value),
  orderBy: (query: Query, field: string, direction: 'asc' | 'desc') => query.orderBy(field, direction),
}

function source(shape: QueryShape, parent: Partial<Record<string, string>>): Query {
  const path = collectionPath(shape.collection, parent)
  return shape.group
    ? firestore().collectionGroup(path.slice(path.lastIndexOf('/') + 1))
    : firestore().collection(path)
}

function queryFor(
  name: QueryName,
  values: QueryValues,
  limit: number,
  parent: Partial<Record<string, string>>,
): Query {
  const shape: QueryShape = queries[name]
  const range = typeof values.range === 'number' ? toTimestamp(values.range) : values.range
  return buildQuery(source(shape, parent), shape, { ...values, range }, words).limit(limit)
}

function foundBy<Name extends QueryName>(
  name: Name,
  { docs }: QuerySnapshot,
): Found<(typeof queries)[Name]['collection']>[] {
  const shape: QueryShape = queries[name]
  const readOne = shape.group ? readOrSkip : read
  return docs.flatMap((document) => {
    const collection = shape.collection as (typeof queries)[Name]['collection']
    const data = readOne(collection, document.data(), document.ref.path)
    return data ? [{ id: document.id, path: document.ref.path, data }] : []
  })
}

/** Of many companies' documents one that cannot be read must not keep the others from being found. */
function readOrSkip<Name extends CollectionName>(
  name: Name,
  data: DocumentData | undefined,
  path: string,
): DocumentOf<Name> | undefined {
  try {
    return read(name, data)
  } catch (error) {
    if (!(error instanceof z.core.$ZodError)) throw error
    const issues = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`)
    logger.error('a document cannot be read', { path, issues })
    return undefined
  }
}

/** Runs one of the product's queries. A moment among the values is given in milliseconds. */
export async function find<Name extends QueryName>(
  name: Name,
  values: QueryValues,
  limit: number,
  parent: Partial<Record<string, string>> = {},
): Promise<Found<(typeof queries)[Name]['collection']>[]> {
  return foundBy(name, await queryFor(name, values, limit, parent).get())
}

/** The same, from behind a document that was found before; nothing where that is gone. */
export async function findAfter<Name extends QueryName, After extends CollectionName>(
  name: Name,
  values: QueryValues,
  limit: number,
  parent: Partial<Record<string, string>>,
  after: Place<After>,
): Promise<Found<(typeof queries)[Name]['collection']>[]> {
  cost.reads++
  const last = await reference(after).get()
  if (!last.exists) return []
  return foundBy(name, await queryFor(name, values, limit, parent).startAfter(last).get())
}

/** Several documents of one collection in one round trip, in the order asked for. */
export async function getAll<Name extends CollectionName>(
  name: Name,
  places: readonly DocumentIds<Name>[],
): Promise<(DocumentOf<Name> | undefined)[]> {
  if (places.length === 0) return []
  const snapshots = await firestore().getAll(...places.map((ids) => reference([name, ids])))
  return snapshots.map((snapshot) => read(name, snapshot.data()))
}

/** How many documents one of the product's queries finds, up to a limit: one read for a thousand. */
export async function count(
  name: QueryName,
  values: QueryValues,
  limit: number,
  parent: Partial<Record<string, string>> = {},
): Promise<number> {
  cost.reads++
  const counted = await queryFor(name, values, limit, parent).count().get()
  return counted.data().count
}
