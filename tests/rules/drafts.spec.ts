import { doc, serverTimestamp, setDoc } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { aDraft } from '#tests/builders/aDraft.ts'
import { accessTable } from './accessTable.ts'
import type { Attempt } from './accessTable.ts'
import { NOBODY } from './actors.ts'
import { deleting, getting, gettingAbsent, listing, listingEverywhere } from './attempts.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import type { World } from './world.ts'

const draft = (change: Fields = {}) => overlay({ ...aDraft(), updatedAt: serverTimestamp() }, change)

const beginning: Attempt = (as, world) => setDoc(doc(as, world.document('drafts', freshId())), draft())
const goingOn = (as: Firestore, world: World, change: Fields = {}) =>
  setDoc(doc(as, world.document('drafts')), draft(change))

accessTable('the operator’s draft', {
  get: { attempt: getting('drafts'), lets: ['operator'] },
  'get one that is not there': { attempt: gettingAbsent('drafts'), lets: ['operator'] },
  list: { attempt: listing('drafts'), lets: ['operator'] },
  'list everywhere': { attempt: listingEverywhere('drafts'), lets: NOBODY },
  begin: { attempt: beginning, lets: ['operator'] },
  'go on': { attempt: (as, world) => goingOn(as, world), lets: ['operator'] },
  delete: { attempt: deleting('drafts'), lets: ['operator'] },
})

const broken: Readonly<Record<string, Fields>> = {
  'too long a reply': { text: 'я'.repeat(20_001) },
  'too long a note': { note: 'я'.repeat(20_001) },
  'a reply that is no text': { text: 1 },
  'a note that is no text': { note: null },
  'no reply': { text: undefined },
  'no note': { note: undefined },
  'a time of its own': { updatedAt: new Date(0) },
  'a field nobody knows': { to: 'admin' },
}

refusals<Fields>('a draft that goes on', {
  attempt: goingOn,
  sound: { 'the longest': { text: 'я'.repeat(20_000), note: 'я'.repeat(20_000) } },
  broken,
})

refusals<Fields & { readonly id?: string }>('a new draft', {
  attempt: (as, world, { id = freshId(), ...change }) =>
    setDoc(doc(as, world.document('drafts', id)), draft(change)),
  broken: { ...broken, 'an id with a space': { id: 'a draft' } },
})
