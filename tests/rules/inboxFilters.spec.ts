import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import {
  Timestamp,
  collection,
  doc,
  getCountFromServer,
  getDocs,
  limit,
  orderBy,
  query,
  where,
  writeBatch,
} from 'firebase/firestore'
import type { Query } from 'firebase/firestore'
import { beforeAll, describe, expect, it } from 'vitest'
import { teamIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import { sightsOf } from '#shared/domain/sight.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { NO_NARROWING, inboxFilters } from '#shared/domain/view.ts'
import type { InboxFilter, ViewNarrowing } from '#shared/domain/view.ts'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import type { QueryWords } from '#shared/firestore/buildQuery.ts'
import { queries } from '#shared/firestore/queries.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { selectionOf } from '#web/features/inbox/inboxFilters.ts'
import type { InboxOrder, ListChoice } from '#web/features/inbox/inboxFilters.ts'
import { selectionInSight } from '#web/firebase/selectionInSight.ts'
import type { ConversationSelection } from '#web/firebase/selectionInSight.ts'
import { firestoreOf } from './accessTable.ts'
import { SIGNED_IN_AT } from './actors.ts'
import { COLLEAGUE, ME, MY_TEAM, NOW, OTHER_TEAM, inboxRows } from './inboxRows.ts'
import type { InboxRow } from './inboxRows.ts'
import { asDocument, aWorld, owner, place } from './world.ts'
import type { World } from './world.ts'

const words: QueryWords<Query> = {
  where: (from, field, comparison, value) => query(from, where(field, comparison, value)),
  orderBy: (from, field, direction) => query(from, orderBy(field, direction)),
}

const viewers = {
  admin: { role: 'admin', visibility: 'own' },
  all: { role: 'operator', visibility: 'all' },
  team: { role: 'operator', visibility: 'team' },
  own: { role: 'operator', visibility: 'own' },
} as const satisfies Record<string, Pick<Member, 'role' | 'visibility'>>
type Viewer = keyof typeof viewers

function isSeen({ seenBy }: InboxRow, viewer: Viewer): boolean {
  return viewer === 'admin' || viewer === 'all' || seenBy.includes(viewer)
}

const orders = ['inbound', 'creation'] as const satisfies readonly InboxOrder[]
const momentOf = ({ conversation }: InboxRow, order: InboxOrder) =>
  order === 'creation' ? conversation.createdAt : conversation.sortAt

function expected(viewer: Viewer, { filter, order }: Pick<ListChoice, 'filter' | 'order'>): InboxRow[] {
  return inboxRows
    .filter((row) => isSeen(row, viewer) && row.lists.includes(filter))
    .sort((one, other) => momentOf(other, order) - momentOf(one, order))
}

function asked(choice: ListChoice): ConversationSelection {
  return selectionOf(choice, { memberId: userIdSchema.parse(ME), now: NOW })
}

/** What the filter itself fixes may be asked for without a word of who sees it. */
function mayAskForAll(viewer: Viewer, filter: InboxFilter): boolean {
  if (viewer === 'admin' || viewer === 'all' || filter === 'mine') return true
  return viewer === 'own' && filter === 'unassigned'
}

const narrowings: Readonly<Record<string, Partial<ViewNarrowing>>> = {
  'a channel': { channelId: 'channel-2' },
  'a tag': { tag: 'опт' },
  oneself: { assigneeId: ME },
  'a colleague': { assigneeId: COLLEAGUE },
  'one’s team': { teamId: MY_TEAM },
  'another team': { teamId: OTHER_TEAM },
  'a channel, a tag, a colleague and a team at once': {
    channelId: 'channel-1',
    tag: 'опт',
    assigneeId: COLLEAGUE,
    teamId: MY_TEAM,
  },
}

function isWithin({ conversation }: InboxRow, { tag, ...fields }: Partial<ViewNarrowing>): boolean {
  const held: Readonly<Record<string, unknown>> = { ...conversation }
  const holds = Object.entries(fields).every(([field, value]) => held[field] === value)
  return holds && (tag === undefined || conversation.tags.includes(tag))
}

/** Enough for every row there is. */
const ALL = 100

describe.each(Object.keys(viewers) as Viewer[])('of a member who sees as %s', (viewer) => {
  const teamIds = [teamIdSchema.parse(MY_TEAM)]
  const sights = sightsOf({ ...viewers[viewer], teamIds }, ME)
  let world: World

  beforeAll(async () => {
    world = await aWorld()
    await place(
      world.document('members'),
      aMember({ ...viewers[viewer], teamIds, sessionsValidAfterAt: SIGNED_IN_AT }),
    )
    const batch = writeBatch(owner)
    batch.delete(doc(owner, world.document('conversations')))
    for (const { id, conversation } of inboxRows)
      batch.set(doc(owner, world.document('conversations', id)), asDocument(conversation))
    await batch.commit()
  })

  function built(selection: ConversationSelection, sight: Sight): Query | null {
    const values = selectionInSight(selection, sight)
    if (!values) return null
    const range = values.rangeAt === undefined ? {} : { range: Timestamp.fromMillis(values.rangeAt) }
    const from = collection(firestoreOf('operator'), world.collection('conversations'))
    return buildQuery<Query>(from, queries[selection.query], { ...values, ...range }, words)
  }

  /** Way by way, in the order they come. */
  async function read(choice: ListChoice): Promise<string[][]> {
    const asking = sights.flatMap((sight) => built(asked(choice), sight) ?? [])
    const answers = await Promise.all(asking.map((each) => assertSucceeds(getDocs(query(each, limit(ALL))))))
    return answers.map(({ docs }) => docs.map(({ id }) => id))
  }

  describe.each(orders)('ordered by %s', (order) => {
    it.each(inboxFilters)('the list «%s» holds what he may see of it, and no more', async (filter) => {
      const ways = await read({ filter, order, narrowing: NO_NARROWING })
      const ids = expected(viewer, { filter, order }).map(({ id }) => id)
      expect(new Set(ways.flat())).toEqual(new Set(ids))
      for (const way of ways) expect(way).toEqual(ids.filter((id) => way.includes(id)))
      expect(ids.length).toBeGreaterThan(0)
    })
  })

  describe.each(Object.entries(narrowings))('narrowed by %s', (_what, narrowing) => {
    it.each(inboxFilters)('the list «%s» holds what he may see of it, and no more', async (filter) => {
      const choice = { filter, order: 'inbound', narrowing: { ...NO_NARROWING, ...narrowing } } as const
      const ids = expected(viewer, choice).filter((row) => isWithin(row, narrowing))
      expect(new Set((await read(choice)).flat())).toEqual(new Set(ids.map(({ id }) => id)))
    })
  })

  it.each(inboxFilters)('the list «%s» may be counted', async (filter) => {
    const selection = asked({ filter, order: 'inbound', narrowing: NO_NARROWING })
    for (const sight of sights) {
      const list = built(selection, sight)
      if (list) await assertSucceeds(getCountFromServer(query(list, limit(1000))))
    }
  })

  it.each(inboxFilters)('the list «%s» is not given to who asks for more than he sees', async (filter) => {
    const list = built(asked({ filter, order: 'inbound', narrowing: NO_NARROWING }), {})
    if (!list) throw new Error('who sees everything sees some of it')
    const answer = getDocs(query(list, limit(ALL)))
    await (mayAskForAll(viewer, filter) ? assertSucceeds(answer) : assertFails(answer))
  })
})
