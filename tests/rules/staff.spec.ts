import { Timestamp, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore'
import { aTeam } from '#tests/builders/aTeam.ts'
import { anAuditEntry } from '#tests/builders/anAuditEntry.ts'
import { anInvitation } from '#tests/builders/anInvitation.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
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
import { refusals } from './refusals.ts'

accessTable('a team', {
  get: { attempt: getting('teams'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('teams'), lets: MEMBERS },
  list: { attempt: listing('teams'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('teams'), lets: NOBODY },
  rename: { attempt: updating('teams', { name: 'Склад' }), lets: NOBODY },
  create: { attempt: creating('teams', aTeam()), lets: NOBODY },
  delete: { attempt: deleting('teams'), lets: NOBODY },
})

accessTable('an invitation', {
  get: { attempt: getting('invitations'), lets: ['admin'] },
  'get one that is not there': { attempt: gettingAbsent('invitations'), lets: ['admin'] },
  list: { attempt: listing('invitations'), lets: ['admin'] },
  'list everywhere': { attempt: listingEverywhere('invitations'), lets: NOBODY },
  'ask in as an admin': { attempt: updating('invitations', { role: 'admin' }), lets: NOBODY },
  create: { attempt: creating('invitations', anInvitation()), lets: NOBODY },
  delete: { attempt: deleting('invitations'), lets: NOBODY },
})

accessTable('an audit entry', {
  get: { attempt: getting('audit'), lets: ['admin'] },
  'get one that is not there': { attempt: gettingAbsent('audit'), lets: ['admin'] },
  list: { attempt: listing('audit'), lets: ['admin'] },
  'list everywhere': { attempt: listingEverywhere('audit'), lets: NOBODY },
  'put another in its place': { attempt: updating('audit', { byName: 'Кто-то ещё' }), lets: NOBODY },
  create: { attempt: creating('audit', anAuditEntry()), lets: NOBODY },
  delete: { attempt: deleting('audit'), lets: NOBODY },
})

accessTable('a member’s activity', {
  get: { attempt: getting('memberActivity'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('memberActivity'), lets: MEMBERS },
  list: { attempt: listing('memberActivity'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('memberActivity'), lets: NOBODY },
  'tell the operator’s': {
    attempt: updating('memberActivity', { lastSeenAt: serverTimestamp() }),
    lets: ['operator'],
  },
  'tell the admin’s, for the first time': {
    attempt: (as, world) =>
      setDoc(doc(as, world.document('memberActivity', actors.admin.sub)), { lastSeenAt: serverTimestamp() }),
    lets: ['admin'],
  },
  delete: { attempt: deleting('memberActivity'), lets: NOBODY },
})

refusals<Record<string, unknown>>('a member’s activity', {
  attempt: (as, world, change) =>
    setDoc(doc(as, world.document('memberActivity')), { lastSeenAt: serverTimestamp(), ...change }),
  broken: {
    'of an earlier time': { lastSeenAt: Timestamp.fromMillis(AN_HOUR_AGO) },
    'with another field': { isOnline: true },
  },
})

accessTable('a device', {
  get: { attempt: getting('devices'), lets: ['operator'] },
  'get one that is not there': { attempt: gettingAbsent('devices'), lets: ['operator'] },
  list: { attempt: listing('devices'), lets: ['operator'] },
  'list everywhere': { attempt: listingEverywhere('devices'), lets: NOBODY },
  'tell that it is used': {
    attempt: updating('devices', { lastUsedAt: serverTimestamp() }),
    lets: ['operator'],
  },
  create: { attempt: creating('devices', { label: 'Chrome' }), lets: NOBODY },
  delete: { attempt: deleting('devices'), lets: NOBODY },
})

refusals<Record<string, unknown>>('the use of a device', {
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('devices')), { lastUsedAt: serverTimestamp(), ...change }),
  broken: {
    'at an earlier time': { lastUsedAt: Timestamp.fromMillis(AN_HOUR_AGO) },
    'under another label': { label: 'Мой телефон' },
    'from another address': { address: '198.51.100.1' },
  },
})
