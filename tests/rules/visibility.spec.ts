import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import { collection, doc, getDoc, getDocs, limit, orderBy, query, updateDoc, where } from 'firebase/firestore'
import type { Firestore, Query, QueryConstraint } from 'firebase/firestore'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Visibility } from '#shared/domain/member.ts'
import { ATTACHMENTS_MAX_COUNT } from '#shared/domain/message.ts'
import { teamIdSchema } from '#shared/domain/ids.ts'
import { sightsOf } from '#shared/domain/sight.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import type { QueryWords } from '#shared/firestore/buildQuery.ts'
import { queries } from '#shared/firestore/queries.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { firestoreOf } from './accessTable.ts'
import { SIGNED_IN_AT, actors } from './actors.ts'
import { archived, makeStep } from './conversationSteps.ts'
import { writeNote } from './noting.ts'
import { ownFile } from './ownFile.ts'
import { sendReply } from './sending.ts'
import { aWorld, place } from './world.ts'
import type { World } from './world.ts'

const ME = actors.operator.sub
const words: QueryWords<Query> = {
  where: (from, field, comparison, value) => query(from, where(field, comparison, value)),
  orderBy: (from, field, direction) => query(from, orderBy(field, direction)),
}
const TEAM = 'team-1'
const OTHER_TEAM = 'team-2'

/** Whom a conversation was given to. */
const cases = {
  mine: { assigneeId: ME, teamId: '' },
  'mine, of another team': { assigneeId: ME, teamId: OTHER_TEAM },
  nobodys: { assigneeId: '', teamId: '' },
  'nobodys, of my team': { assigneeId: '', teamId: TEAM },
  'nobodys, of another team': { assigneeId: '', teamId: OTHER_TEAM },
  'a colleague’s': { assigneeId: actors.admin.sub, teamId: '' },
  'a colleague’s, of my team': { assigneeId: actors.admin.sub, teamId: TEAM },
  'a colleague’s, of another team': { assigneeId: actors.admin.sub, teamId: OTHER_TEAM },
} as const
type Case = keyof typeof cases

const seen: Readonly<Record<Visibility, readonly Case[]>> = {
  all: Object.keys(cases) as Case[],
  team: [
    'mine',
    'mine, of another team',
    'nobodys',
    'nobodys, of my team',
    'a colleague’s',
    'a colleague’s, of my team',
  ],
  own: ['mine', 'mine, of another team', 'nobodys', 'nobodys, of my team', 'nobodys, of another team'],
}

async function given(world: World, visibility: Visibility, which: Case): Promise<void> {
  const { contactId, conversationId, channelId } = world
  const teamIds = [teamIdSchema.parse(TEAM)]
  const member = aMember({ visibility, teamIds, sessionsValidAfterAt: SIGNED_IN_AT })
  await place(world.document('members'), member)
  await place(world.document('conversations'), aConversation({ ...cases[which], channelId, contactId }))
  await place(world.document('contacts'), aContact({ ...cases[which], conversationId }))
  await place(world.document('messages'), aMessage())
}

const QUOTE = { messageId: 'message-1', author: 'Пётр', text: 'Есть ли прокат?' }
const filesOf = (world: World) => Array.from({ length: ATTACHMENTS_MAX_COUNT }, () => ownFile(world))

const first = (as: Firestore, path: string) => getDocs(query(collection(as, path), limit(10)))

/** Whatever one may do with a conversation one sees. */
const deeds: Readonly<Record<string, (as: Firestore, world: World) => Promise<unknown>>> = {
  'get the conversation': (as, world) => getDoc(doc(as, world.document('conversations'))),
  'archive it': (as, world) => makeStep(as, world, archived),
  'get a message': (as, world) => getDoc(doc(as, world.document('messages'))),
  'list messages': (as, world) => first(as, world.collection('messages')),
  'list events': (as, world) => first(as, world.collection('conversationEvents')),
  'list notes': (as, world) => first(as, world.collection('notes')),
  'list what waits to be sent': (as, world) => first(as, world.collection('scheduledMessages')),
  'write a note': (as, world) => writeNote(as, world),
  'list presence': (as, world) => first(as, world.collection('presence')),
  reply: (as, world) => sendReply(as, world),
  'reply with as many files as there may be': (as, world) =>
    sendReply(as, world, { message: { kind: 'image', attachments: filesOf(world), replyTo: QUOTE } }),
  'get the contact': (as, world) => getDoc(doc(as, world.document('contacts'))),
  'note something about him': (as, world) =>
    updateDoc(doc(as, world.document('contacts')), { note: 'Просил перезвонить' }),
}

describe.each(['all', 'team', 'own'] as const)('a member who sees %s', (visibility) => {
  describe.each(Object.keys(cases) as Case[])('of a conversation that is %s', (which) => {
    const isSeen = seen[visibility].includes(which)

    it.each(Object.keys(deeds))(`${isSeen ? 'may' : 'may not'} %s`, async (name) => {
      const world = await aWorld()
      await given(world, visibility, which)
      const deed = deeds[name]?.(firestoreOf('operator'), world) ?? Promise.reject(new Error(name))
      await (isSeen ? assertSucceeds(deed) : assertFails(deed))
    })
  })
})

const byAssignee = where('assigneeId', 'in', ['', ME])
const byTeam = where('teamId', 'in', ['', TEAM])
const mine = where('assigneeId', '==', ME)

describe.each(['conversations', 'contacts'] as const)('a query for %s', (name) => {
  let world: World
  beforeAll(async () => {
    world = await aWorld()
  })

  async function ask(visibility: Visibility, ...constraints: QueryConstraint[]): Promise<unknown> {
    await given(world, visibility, 'mine')
    const sorted = orderBy(name === 'conversations' ? 'sortAt' : 'lastContactAt', 'desc')
    const from = collection(firestoreOf('operator'), world.collection(name))
    return getDocs(query(from, ...constraints, sorted, limit(30)))
  }

  it.each([
    ['all', 'everything', []],
    ['own', 'one’s own and nobody’s', [byAssignee]],
    ['own', 'one’s own', [mine]],
    ['own', 'nobody’s', [where('assigneeId', '==', '')]],
    ['own', 'one’s own that are open', [byAssignee, where('state', '==', 'open')]],
    ['team', 'one’s teams’ and no team’s', [byTeam]],
    ['team', 'one’s own', [mine]],
    ['team', 'one’s own of one’s teams', [byTeam, mine]],
  ] as const)('of a member who sees %s may ask for %s', async (visibility, _what, constraints) => {
    await assertSucceeds(ask(visibility, ...constraints))
  })

  it.each([
    ['own', 'everything', []],
    ['own', 'a colleague’s', [where('assigneeId', '==', actors.admin.sub)]],
    ['own', 'everybody’s, one’s own among them', [where('assigneeId', 'in', ['', ME, actors.admin.sub])]],
    ['own', 'a team’s', [byTeam]],
    ['team', 'everything', []],
    ['team', 'a colleague’s', [where('assigneeId', '==', actors.admin.sub)]],
    ['team', 'another team’s', [where('teamId', '==', OTHER_TEAM)]],
    ['team', 'nobody’s of any team', [where('assigneeId', '==', '')]],
  ] as const)('of a member who sees %s may not ask for %s', async (visibility, _what, constraints) => {
    await assertFails(ask(visibility, ...constraints))
  })
})

describe('a search among contacts', () => {
  let world: World
  beforeAll(async () => {
    world = await aWorld()
  })

  async function search(visibility: Visibility, sight: Sight): Promise<unknown> {
    await given(world, visibility, 'mine')
    const from = collection(firestoreOf('operator'), world.collection('contacts'))
    return getDocs(
      query(buildQuery<Query>(from, queries.contactsFound, { equals: ['анн'], sight }, words), limit(10)),
    )
  }

  it.each(['all', 'own', 'team'] as const)(
    'is open to a member who sees %s, in each of his ways',
    async (visibility) => {
      const viewer = { role: 'operator', visibility, teamIds: [TEAM] } as const
      for (const sight of sightsOf(viewer, ME)) await assertSucceeds(search(visibility, sight))
    },
  )

  it.each([
    ['own', {}],
    ['own', { assigneeId: ['', ME, actors.admin.sub] }],
    ['own', { teamId: ['', TEAM] }],
    ['team', {}],
    ['team', { teamId: ['', TEAM, OTHER_TEAM] }],
    ['team', { assigneeId: ['', ME] }],
  ] as const)('of a member who sees %s is refused to go as far as %j', async (visibility, sight) => {
    await assertFails(search(visibility, sight))
  })
})

it('an admin sees everything, whatever his visibility says', async () => {
  const world = await aWorld()
  const member = aMember({ role: 'admin', visibility: 'own', sessionsValidAfterAt: SIGNED_IN_AT })
  await place(world.document('members', actors.admin.sub), member)
  await place(world.document('conversations'), aConversation({ assigneeId: ME }))
  const found = await getDoc(doc(firestoreOf('admin'), world.document('conversations')))
  expect(found.exists()).toBe(true)
})
