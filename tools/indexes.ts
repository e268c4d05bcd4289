import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collections } from '#shared/firestore/collections.ts'
import type { CollectionName } from '#shared/firestore/collections.ts'
import { SIGHT_FIELDS } from '#shared/domain/sight.ts'
import { LIST_FIELDS, NARROWING_FIELDS, queries } from '#shared/firestore/queries.ts'
import type { QueryShape } from '#shared/firestore/queries.ts'

type Direction = 'ASCENDING' | 'DESCENDING'

type IndexField =
  | { readonly fieldPath: string; readonly order: Direction }
  | { readonly fieldPath: string; readonly arrayConfig: 'CONTAINS' }

export interface CompositeIndex {
  readonly collectionGroup: string
  readonly queryScope: 'COLLECTION' | 'COLLECTION_GROUP'
  readonly fields: readonly IndexField[]
}

interface SingleFieldIndex {
  readonly order: 'ASCENDING' | 'DESCENDING'
  readonly queryScope: 'COLLECTION' | 'COLLECTION_GROUP'
}

export interface FieldOverride {
  readonly collectionGroup: string
  readonly fieldPath: string
  readonly ttl?: true
  readonly indexes: readonly SingleFieldIndex[]
}

export interface IndexFile {
  readonly indexes: readonly CompositeIndex[]
  readonly fieldOverrides: readonly FieldOverride[]
}

/** Documents Firestore itself deletes some time after the moment in this field. */
const EXPIRING = [
  ['authSessions', 'expiresAt'],
  ['captchaSolutions', 'expiresAt'],
  ['emailTokens', 'expiresAt'],
  ['invitationTokens', 'expiresAt'],
  ['mails', 'expiresAt'],
  ['rateLimits', 'expiresAt'],
] as const satisfies readonly (readonly [CollectionName, string])[]

/** Long texts, lists and maps no query asks for: an index of them costs with every write. */
const NEVER_ASKED_FOR = [
  ['audit', 'details'],
  ['channelCredentials', 'sealed'],
  ['companies', 'description'],
  ['contacts', 'note'],
  ['conversations', 'lastMessage'],
  ['deadLetters', 'reason'],
  ['drafts', 'note'],
  ['drafts', 'text'],
  ['mails', 'html'],
  ['mails', 'reason'],
  ['mails', 'subject'],
  ['mails', 'text'],
  ['messages', 'attachments'],
  ['messages', 'author'],
  ['messages', 'delivery'],
  ['messages', 'previousTexts'],
  ['messages', 'reactions'],
  ['messages', 'replyTo'],
  ['messages', 'text'],
  ['notes', 'author'],
  ['notes', 'text'],
  ['outboxLanes', 'entryIds'],
  ['scheduledMessages', 'attachments'],
  ['scheduledMessages', 'author'],
  ['scheduledMessages', 'replyTo'],
  ['scheduledMessages', 'text'],
] as const satisfies readonly (readonly [CollectionName, string])[]

/** Indexes are kept by the collection's own name, wherever it lies. */
export function collectionGroupOf(name: CollectionName): string {
  return collections[name].path.split('/').at(-2) ?? ''
}

/**
 * What the results are sorted by: a range is an order, too, after those that are named, in the last one's direction
 * (https://firebase.google.com/docs/firestore/query-data/multiple-range-fields).
 */
export function sortOf({ range, order }: QueryShape): readonly (readonly [string, 'asc' | 'desc'])[] {
  if (!range || order.some(([field]) => field === range[0])) return order
  return [...order, [range[0], order.at(-1)?.[1] ?? 'asc']]
}

/** What a query may be narrowed by, beside its own equalities. */
export function narrowingsOf({ seen, narrowed }: QueryShape): readonly string[] {
  return [...(seen ? SIGHT_FIELDS : []), ...(narrowed ? NARROWING_FIELDS : [])]
}

function toEquality(fieldPath: string): IndexField {
  return LIST_FIELDS.has(fieldPath) ? { fieldPath, arrayConfig: 'CONTAINS' } : toField([fieldPath, 'asc'])
}

function toField([fieldPath, direction]: readonly [string, 'asc' | 'desc']): IndexField {
  return { fieldPath, order: direction === 'asc' ? 'ASCENDING' : 'DESCENDING' }
}

/**
 * The composites one query needs. Single fields are indexed by themselves; indexes that end in the
 * same order are merged, so each equality has one, whatever it is combined with.
 */
function compositesOf(shape: QueryShape): CompositeIndex[] {
  const { collection, group } = shape
  const equals = [...new Set([...shape.equals, ...narrowingsOf(shape)])]
  const sort = sortOf(shape).map(toField)
  const isBareAsked = shape.equals.length === 0 && sort.length > 1
  const starts = shape.whole ? [equals.map(toEquality)] : equals.map((field) => [toEquality(field)])
  return [...starts, ...(isBareAsked ? [[]] : [])]
    .map((start) => [...start, ...sort])
    .filter((fields) => sort.length > 0 && fields.length > 1)
    .map((fields) => ({
      collectionGroup: collectionGroupOf(collection),
      queryScope: group ? 'COLLECTION_GROUP' : 'COLLECTION',
      fields,
    }))
}

/** A field's own index ends at its collection: one that sorts over all companies is asked for, beside those it has anyway. */
function overridesOf({ collection, group, equals, ...shape }: QueryShape): FieldOverride[] {
  const [first, ...others] = sortOf({ collection, equals, ...shape })
  if (!group || equals.length > 0 || !first || others.length > 0) return []
  const [fieldPath, direction] = first
  const order = direction === 'asc' ? 'ASCENDING' : 'DESCENDING'
  const own: SingleFieldIndex[] = [
    { order: 'ASCENDING', queryScope: 'COLLECTION' },
    { order: 'DESCENDING', queryScope: 'COLLECTION' },
  ]
  const indexes = [...own, { order, queryScope: 'COLLECTION_GROUP' } as const]
  return [{ collectionGroup: collectionGroupOf(collection), fieldPath, indexes }]
}

function distinct<T>(things: readonly T[]): T[] {
  const known = new Map(things.map((thing) => [JSON.stringify(thing), thing]))
  return [...known.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, thing]) => thing)
}

/** Everything Firestore must be told about indexes so that these queries run. */
export function indexesFor(shapes: readonly QueryShape[]): IndexFile {
  const expiring = EXPIRING.map(([name, fieldPath]): FieldOverride => ({
    collectionGroup: collectionGroupOf(name),
    fieldPath,
    ttl: true,
    indexes: [],
  }))
  const exempt = NEVER_ASKED_FOR.map(([name, fieldPath]): FieldOverride => ({
    collectionGroup: collectionGroupOf(name),
    fieldPath,
    indexes: [],
  }))
  return {
    indexes: distinct(shapes.flatMap(compositesOf)),
    fieldOverrides: distinct([...expiring, ...exempt, ...shapes.flatMap(overridesOf)]),
  }
}

const FILE = join(import.meta.dirname, '../firestore.indexes.json')

/** The file as it ought to be. */
export function indexFileText(): string {
  return `${JSON.stringify(indexesFor(Object.values(queries)), null, 2)}\n`
}

function main(): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, indexFileText())
    return
  }
  if (readFileSync(FILE, 'utf8') === indexFileText()) return
  console.error('firestore.indexes.json is stale: run node tools/indexes.ts')
  process.exitCode = 1
}

if (import.meta.main) main()
