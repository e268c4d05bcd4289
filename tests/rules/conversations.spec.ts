import { Timestamp, doc, updateDoc } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { accessTable } from './accessTable.ts'
import { MEMBERS, NOBODY, actors } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'
import type { ConversationStep } from './conversationSteps.ts'
import {
  answered,
  archived,
  assigned,
  givenToTeam,
  makeStep,
  read,
  reopened,
  unanswered,
} from './conversationSteps.ts'
import { freshId } from './freshId.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { owner, place } from './world.ts'
import type { World } from './world.ts'

/** Steps tell who makes them; here it is the operator, so that nobody else's own name gets in the way. */
accessTable('a conversation', {
  get: { attempt: getting('conversations'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('conversations'), lets: MEMBERS },
  list: { attempt: listing('conversations'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('conversations'), lets: NOBODY },
  'archive as the operator': { attempt: (as, world) => makeStep(as, world, archived), lets: ['operator'] },
  'archive as the admin': {
    attempt: (as, world) =>
      makeStep(as, world, archived, { event: { by: actors.admin.sub, byName: 'Анна Админ' } }),
    lets: ['admin'],
  },
  create: { attempt: creating('conversations', aConversation()), lets: NOBODY },
  'move to another contact': { attempt: updating('conversations', { contactId: 'contact-2' }), lets: NOBODY },
  delete: { attempt: deleting('conversations'), lets: NOBODY },
})

type Change = Omit<ConversationStep, 'kind'> & { readonly kind?: string }

/** What may be wrong with any step. */
const brokenAlways: Readonly<Record<string, Change>> = {
  'a step without its event': { event: null },
  'another kind of event': { event: { kind: 'renamed' } },
  'an event from elsewhere': { event: { from: 'nowhere' } },
  'an event to elsewhere': { event: { to: 'nowhere' } },
  'an event by another': { event: { by: actors.admin.sub } },
  'an event under another’s name': { event: { byName: 'Анна Админ' } },
  'an event of an earlier time': { event: { at: Timestamp.fromMillis(AN_HOUR_AGO) } },
  'another time of change': { fields: { updatedAt: Timestamp.fromMillis(AN_HOUR_AGO) } },
  'a last event that is another': { fields: { lastEventId: 'another' } },
  'a last event that is no id': { fields: { lastEventId: null } },
  'another contact': { fields: { contactId: 'contact-2' } },
  'another name of the contact': { fields: { contactName: 'Кто-то ещё' } },
  'another channel': { fields: { channelId: 'channel-2' } },
  'another address': { fields: { externalId: '556' } },
  'another place in the list': { fields: { sortAt: Timestamp.now() } },
  'another last message': { fields: { lastMessage: null } },
  'another time of the last inbound message': { fields: { lastInboundAt: null } },
  'an end of blocking': { fields: { blocked: true } },
  tags: { fields: { tags: ['vip'] } },
  'a field nobody knows': { fields: { snoozedUntilAt: Timestamp.now() } },
}

function changing(base: ConversationStep) {
  return (as: Firestore, world: World, change: Change) => makeStep(as, world, base, change)
}

refusals<Change>('archiving', {
  attempt: changing(archived),
  broken: {
    ...brokenAlways,
    'a state nobody knows': { fields: { state: 'snoozed' } },
    'a state nobody knows, told as such': { fields: { state: 'snoozed' }, event: { to: 'snoozed' } },
    'the state that is': { fields: { state: 'open' }, event: { kind: 'reopened', to: 'open' } },
    'an assignment beside it': { fields: { assigneeId: '' } },
    'a read mark beside it': { fields: { unreadCount: 0 } },
    'an event that tells of reopening': { event: { kind: 'reopened' } },
  },
})

refusals<Change & { readonly stillOpen?: true }>('reopening', {
  attempt: async (as, world, { stillOpen, ...change }) => {
    if (!stillOpen) await updateDoc(doc(owner, world.document('conversations')), { state: 'archived' })
    return makeStep(as, world, reopened, change)
  },
  broken: {
    ...brokenAlways,
    'a conversation that is open': { stillOpen: true },
    'a state nobody knows': { fields: { state: 'snoozed' } },
    'the state that is': {
      fields: { state: 'archived' },
      event: { kind: 'archived', from: 'open', to: 'archived' },
    },
    'an assignment beside it': { fields: { assigneeId: '' } },
    'an event that tells of archiving': { event: { kind: 'archived' } },
  },
})

refusals<Change>('assigning', {
  attempt: changing(assigned),
  sound: {
    nobody: { fields: { assigneeId: '' }, event: { to: '' } },
    oneself: { fields: { assigneeId: 'operator' }, event: { to: 'operator' } },
  },
  broken: {
    ...brokenAlways,
    'somebody who left': { fields: { assigneeId: 'removed' }, event: { to: 'removed' } },
    'somebody of another company': { fields: { assigneeId: 'outsider' }, event: { to: 'outsider' } },
    'nobody, as null': { fields: { assigneeId: null }, event: { to: null } },
    'the member in charge': { fields: { assigneeId: 'admin' }, event: { to: 'admin' } },
    'archiving beside it': { fields: { state: 'archived' } },
    'a team beside it': (world) => ({ fields: { teamId: world.teamId } }),
    'a contact who is not told': { contact: null },
    'a contact who is told of another': { contact: { assigneeId: 'operator' } },
  },
})

function giving(as: Firestore, world: World, change: Change) {
  const { fields, event } = change
  const given = { fields: { teamId: world.teamId, ...fields }, event: { to: world.teamId, ...event } }
  return makeStep(as, world, givenToTeam, { ...change, ...given })
}

refusals<Change>('giving to a team', {
  attempt: giving,
  broken: {
    'a team that is not there': { fields: { teamId: 'nobodys' }, event: { to: 'nobodys' } },
    'a team, as null': { fields: { teamId: null }, event: { to: null } },
    'the team that is': { fields: { teamId: '' }, event: { to: '' } },
    'an assignment beside it': { fields: { assigneeId: '' } },
    'an event that tells of assigning': { event: { kind: 'assigned' } },
    'an event to elsewhere': { event: { to: 'nowhere' } },
    'a contact who is not told': { contact: null },
    'a contact who is told of another': { contact: { teamId: '' } },
  },
})

refusals<{ readonly to?: string }>('taking from a team', {
  attempt: async (as, world, { to }) => {
    const teamId = world.teamId
    await updateDoc(doc(owner, world.document('conversations')), { teamId })
    await updateDoc(doc(owner, world.document('contacts')), { teamId })
    const change = { fields: { teamId: to ?? '' }, event: { from: teamId, to: to ?? '' } }
    return makeStep(as, world, givenToTeam, change)
  },
  broken: { 'by giving to one that is not there': { to: 'nobodys' } },
})

const brokenMarks: Readonly<Record<string, Change>> = {
  'one message left unread': { fields: { unreadCount: 1 } },
  'fewer than none unread': { fields: { unreadCount: -1 } },
  'a mark below the newest inbound message': {
    fields: { readUpToAt: Timestamp.fromMillis(AN_HOUR_AGO - 1) },
  },
  'a mark above the newest inbound message': { fields: { readUpToAt: Timestamp.now() } },
  'no mark': { fields: { readUpToAt: null } },
  'archiving beside it': { fields: { state: 'archived' } },
  'an assignment beside it': { fields: { assigneeId: '' } },
}

refusals<Change>('marking read', {
  attempt: changing(read),
  broken: {
    ...brokenAlways,
    ...brokenMarks,
    'an answer beside it': { fields: { unanswered: false } },
    'an end of waiting beside it': { fields: { waitingSinceAt: null } },
  },
})

refusals<Change>('marking answered', {
  attempt: changing(answered),
  broken: {
    ...brokenAlways,
    ...brokenMarks,
    'no answer': { fields: { unanswered: true } },
    'somebody still waiting': { fields: { waitingSinceAt: Timestamp.fromMillis(AN_HOUR_AGO - 1) } },
    'an event that tells of reading': { event: { kind: 'read' } },
  },
})

/** A conversation somebody has marked, except as `before` says. */
async function markedBefore(world: World, before: Fields = {}): Promise<void> {
  const marked = { unanswered: false, waitingSinceAt: null, unreadCount: 0, readUpToAt: NEWEST, ...before }
  await updateDoc(doc(owner, world.document('conversations')), marked)
}

const NEWEST = Timestamp.fromMillis(AN_HOUR_AGO)
const NEWER = Timestamp.fromMillis(AN_HOUR_AGO + 1)

refusals<Change & { readonly before?: Fields }>('taking a mark back', {
  attempt: async (as, world, { before, ...change }) => {
    await markedBefore(world, before)
    return makeStep(as, world, unanswered, change)
  },
  sound: {
    'of what was only unread': { fields: { unanswered: false, waitingSinceAt: null } },
    'of what was read before': { fields: { unreadCount: 0, readUpToAt: NEWEST } },
  },
  broken: {
    ...brokenAlways,
    'when a newer message has arrived': { before: { lastInboundAt: NEWER } },
    'of what is unanswered': { before: { unanswered: true } },
    'of what is unread': { before: { unreadCount: 1 } },
    'with fewer than none unread': { fields: { unreadCount: -1 } },
    'with unread ones that are no number': { fields: { unreadCount: 1.5 } },
    'with a mark above the newest inbound message': { fields: { readUpToAt: NEWER } },
    'with somebody waiting since later': { fields: { waitingSinceAt: NEWER } },
    'with somebody waiting since nobody knows when': { fields: { waitingSinceAt: null } },
    'with nobody waiting since some time': { fields: { unanswered: false } },
    'with archiving beside it': { fields: { state: 'archived' } },
    'with an event that tells of answering': { event: { kind: 'answered' } },
  },
})

refusals<{ readonly arrivesFirst?: true }>('marking read what was on screen', {
  attempt: async (as, world, { arrivesFirst }) => {
    if (arrivesFirst)
      await updateDoc(doc(owner, world.document('conversations')), { lastInboundAt: Timestamp.now() })
    return makeStep(as, world, read)
  },
  broken: { 'when a newer message has arrived': { arrivesFirst: true } },
})

refusals<{ readonly twice?: true }>('telling of a step', {
  attempt: async (as, world, { twice }) => {
    const eventId = freshId()
    if (twice)
      await place(world.document('conversationEvents', eventId), {
        kind: 'archived',
        from: 'open',
        to: 'archived',
      })
    return makeStep(as, world, archived, { eventId })
  },
  broken: { 'by an event that was there before': { twice: true } },
})

refusals<{ readonly again?: true }>('an event', {
  attempt: async (as, world, { again }) => {
    await makeStep(as, world, archived, { eventId: 'told' })
    await updateDoc(doc(owner, world.document('conversations')), { state: 'open' })
    return makeStep(as, world, archived, again ? { eventId: 'told', event: null } : {})
  },
  broken: { 'that has already told of the same step': { again: true } },
})
