import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import { collection, getCountFromServer, getDocs, limit, orderBy, query, where } from 'firebase/firestore'
import type { Firestore, Query } from 'firebase/firestore'
import { describe, it } from 'vitest'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import type { QueryWords } from '#shared/firestore/buildQuery.ts'
import type { CollectionName } from '#shared/firestore/collections.ts'
import { queries } from '#shared/firestore/queries.ts'
import type { QueryShape } from '#shared/firestore/queries.ts'
import { firestoreOf } from './accessTable.ts'
import { actors } from './actors.ts'
import { SERVER_ONLY, asDocument, aWorld } from './world.ts'
import type { World } from './world.ts'

const words: QueryWords<Query> = {
  where: (from, field, comparison, value) => query(from, where(field, comparison, value)),
  orderBy: (from, field, direction) => query(from, orderBy(field, direction)),
}

/** A view's owner is compared with the reader; of any other field any value will do. */
function valueOf(field: string): unknown {
  return field === 'ownerId' ? ['', actors.operator.sub] : 'open'
}

/** Rules look at a query's shape before there is a result. */
function built(as: Firestore, world: World, shape: QueryShape): Query {
  const values = { equals: shape.equals.map(valueOf), range: asDocument({ at: 0 })['at'] }
  return buildQuery<Query>(collection(as, world.collection(shape.collection)), shape, values, words)
}

const shapes: readonly (readonly [string, QueryShape])[] = Object.entries(queries)
/** What only admins may read, and what nobody may. */
const ADMINS: readonly CollectionName[] = ['invitations', 'audit']
const closed: readonly CollectionName[] = [...SERVER_ONLY, 'outbox', 'widgetMessages']
/** Asked by the server alone: whoever's views they are. */
const OF_ALL_OWNERS = 'viewsOfTag'
const readable = shapes.filter(
  ([name, { collection: from, group }]) => !group && !closed.includes(from) && name !== OF_ALL_OWNERS,
)

describe.each(readable)('the query %s', (_name, shape) => {
  const reader = ADMINS.includes(shape.collection) ? 'admin' : 'operator'

  it('is open to whom it is for', async () => {
    const world = await aWorld()
    await assertSucceeds(getDocs(query(built(firestoreOf(reader), world, shape), limit(40))))
    await assertSucceeds(getDocs(built(firestoreOf(reader), world, shape)))
  })

  it('may be counted by them', async () => {
    const world = await aWorld()
    await assertSucceeds(getCountFromServer(query(built(firestoreOf(reader), world, shape), limit(1000))))
  })

  it('is closed to an outsider', async () => {
    const world = await aWorld()
    await assertFails(getDocs(query(built(firestoreOf('outsider'), world, shape), limit(40))))
  })
})

it('keeps others’ views to themselves, from admins too', async () => {
  const world = await aWorld()
  await assertFails(getDocs(built(firestoreOf('admin'), world, queries[OF_ALL_OWNERS])))
})

it('lets a visitor read the newest lines of his conversation', async () => {
  const world = await aWorld()
  await assertSucceeds(
    getDocs(query(built(firestoreOf('visitor'), world, queries.widgetMessages), limit(100))),
  )
})
