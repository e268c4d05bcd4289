import { assertFails } from '@firebase/rules-unit-testing'
import { doc, getDoc, setDoc } from 'firebase/firestore'
import { expect, it } from 'vitest'
import { aMember } from '#tests/builders/aMember.ts'
import { accessTable, firestoreOf } from './accessTable.ts'
import { MEMBERS, NOBODY, SIGNED_IN_AT, actors } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'
import { aWorld, asDocument, place } from './world.ts'

accessTable('a member', {
  get: { attempt: getting('members'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('members'), lets: MEMBERS },
  list: { attempt: listing('members'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('members'), lets: NOBODY },
  create: { attempt: creating('members', aMember()), lets: NOBODY },
  'join by their own hand': {
    attempt: (as, world) =>
      setDoc(doc(as, world.document('members', actors['removed member'].sub)), asDocument(aMember())),
    lets: NOBODY,
  },
  'become an admin': { attempt: updating('members', { role: 'admin' }), lets: NOBODY },
  'take another name': { attempt: updating('members', { name: 'Директор' }), lets: NOBODY },
  'outlive a sign-out': { attempt: updating('members', { sessionsValidAfterAt: 0 }), lets: NOBODY },
  delete: { attempt: deleting('members'), lets: NOBODY },
})

it('stops a member whose role nobody knows', async () => {
  const world = await aWorld()
  await place(world.document('members'), {
    ...aMember({ sessionsValidAfterAt: SIGNED_IN_AT }),
    role: 'owner',
  })
  await assertFails(getDoc(doc(firestoreOf('operator'), world.document('conversations'))))
})

it('stops a member from the moment he is signed out everywhere, but not before', async () => {
  const world = await aWorld()
  const reading = () => getDoc(doc(firestoreOf('operator'), world.document('conversations')))
  await place(world.document('members'), aMember({ sessionsValidAfterAt: SIGNED_IN_AT + 1 }))
  await assertFails(reading())
  await place(world.document('members'), aMember({ sessionsValidAfterAt: SIGNED_IN_AT }))
  expect((await reading()).exists()).toBe(true)
})
