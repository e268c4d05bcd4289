import { deleteDoc, doc, setDoc, updateDoc } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { aPresence } from '#tests/builders/aPresence.ts'
import { accessTable } from './accessTable.ts'
import type { Attempt } from './accessTable.ts'
import { MEMBERS, NOBODY, actors } from './actors.ts'
import { getting, gettingAbsent, listing, listingEverywhere } from './attempts.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { asDocument, owner } from './world.ts'
import type { World } from './world.ts'

function presence(change: Fields = {}): Record<string, unknown> {
  return asDocument(overlay(aPresence({ expiresAt: Date.now() + MINUTE_MS }), change))
}

/** Where there was none yet. */
const arriving: Attempt = async (as, world) => {
  await deleteDoc(doc(owner, world.document('presence')))
  return setDoc(doc(as, world.document('presence')), presence())
}

const typing = (as: Firestore, world: World, change: Fields = {}) =>
  setDoc(doc(as, world.document('presence')), presence({ activity: 'typing', ...change }))

accessTable('presence', {
  get: { attempt: getting('presence'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('presence'), lets: MEMBERS },
  list: { attempt: listing('presence'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('presence'), lets: NOBODY },
  'arrive as the operator': { attempt: arriving, lets: ['operator'] },
  'type as the operator': { attempt: typing, lets: ['operator'] },
  'leave as the operator': {
    attempt: (as, world) => deleteDoc(doc(as, world.document('presence'))),
    lets: ['operator'],
  },
  'take the operator’s place under the admin’s name': {
    attempt: (as, world) => setDoc(doc(as, world.document('presence')), presence({ name: 'Анна Админ' })),
    lets: NOBODY,
  },
  'arrive as the admin, by his own name': {
    attempt: (as, world) =>
      setDoc(doc(as, world.document('presence', actors.admin.sub)), presence({ name: 'Анна Админ' })),
    lets: ['admin'],
  },
})

const broken: Readonly<Record<string, Fields>> = {
  'another’s name': { name: 'Анна Админ' },
  'no name': { name: undefined },
  'an activity nobody knows': { activity: 'sleeping' },
  'a stay of more than two minutes': { expiresAt: Date.now() + 3 * MINUTE_MS },
  'a stay without end': { expiresAt: undefined },
  'an end long ago': { expiresAt: Date.now() - 3 * MINUTE_MS },
  'a field nobody knows': { text: 'черновик' },
}

refusals<Fields>('a new presence', {
  attempt: async (as, world, change) => {
    await deleteDoc(doc(owner, world.document('presence')))
    return typing(as, world, change)
  },
  sound: {
    'one of two minutes by a clock that is a little slow': {
      expiresAt: Date.now() + 2 * MINUTE_MS - 5 * SECOND_MS,
    },
    'one that has just ended': { expiresAt: Date.now() - MINUTE_MS },
  },
  broken,
})

refusals<Fields>('a changed presence', { attempt: typing, broken })

refusals<Fields>('a refreshed presence', {
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('presence')), {
      ...asDocument({ expiresAt: Date.now() + MINUTE_MS, ...change }),
    }),
  broken: { 'a field nobody knows': { text: 'черновик' } },
})
