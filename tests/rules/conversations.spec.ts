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
import { brokenSteps, changing } from './brokenSteps.ts'
import type { StepChange } from './brokenSteps.ts'
import { answered, archived, assigned, givenToTeam, makeStep, read, unanswered } from './conversationSteps.ts'
import { freshId } from './freshId.ts'
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

refusals<StepChange>('assigning', {
  attempt: changing(assigned),
  sound: {
    nobody: { fields: { assigneeId: '' }, event: { to: '' } },
    oneself: { fields: { assigneeId: 'operator' }, event: { to: 'operator' } },
  },
  broken: {
    ...brokenSteps,
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

function giving(as: Firestore, world: World, change: StepChange) {
  const { fields, event } = change
  const given = { fields: { teamId: world.teamId, ...fields }, event: { to: world.teamId, ...event } }
  return makeStep(as, world, givenToTeam, { ...change, ...given })
}

refusals<StepChange>('giving to a team', {
  attempt: giving,
  broken: {
    'a team that is not there': { fields: { teamId: 'nobodys' }, event: { to: 'nobodys' } },
    'a place within a team': ({ teamId }) => ({
      fields: { teamId: `${teamId}/x/y` },
      event: { to: `${teamId}/x/y` },
    }),
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

const brokenMarks: Readonly<Record<string, StepChange>> = {
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

refusals<StepChange>('marking read', {
  attempt: changing(read),
  broken: {
    ...brokenSteps,
    ...brokenMarks,
    'an answer beside it': { fields: { unanswered: false } },
    'an end of waiting beside it': { fields: { waitingSinceAt: null } },
  },
})

refusals<StepChange>('marking answered', {
  attempt: changing(answered),
  broken: {
    ...brokenSteps,
    ...brokenMarks,
    'no answer': { fields: { unanswered: true } },
    'somebody still waiting': { fields: { waitingSinceAt: Timestamp.fromMillis(AN_HOUR_AGO - 1) } },
    'an event that tells of reading': { event: { kind: 'read' } },
  },
})

const NEWEST = Timestamp.fromMillis(AN_HOUR_AGO)
const NEWER = Timestamp.fromMillis(AN_HOUR_AGO + 1)

refusals<StepChange>('taking a mark back', {
  attempt: changing(unanswered, {
    unanswered: false,
    waitingSinceAt: null,
    unreadCount: 0,
    readUpToAt: NEWEST,
  }),
  sound: {
    'of as many as there may be': { fields: { unreadCount: 1_000_000 } },
    'of what was only unread': { fields: { unanswered: false, waitingSinceAt: null } },
    'of what was read before': { fields: { unreadCount: 0, readUpToAt: NEWEST } },
  },
  broken: {
    ...brokenSteps,
    'when a newer message has arrived': { before: { lastInboundAt: NEWER } },
    'of what is unanswered': { before: { unanswered: true } },
    'of what is unread': { before: { unreadCount: 1 } },
    'with fewer than none unread': { fields: { unreadCount: -1 } },
    'with unread ones that are no number': { fields: { unreadCount: 1.5 } },
    'with more unread than anybody writes': { fields: { unreadCount: 1_000_001 } },
    'with a mark before all time': { fields: { readUpToAt: Timestamp.fromMillis(-1) } },
    'with somebody waiting since before all time': { fields: { waitingSinceAt: Timestamp.fromMillis(-1) } },
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
