import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import { doc, updateDoc } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { describe, it } from 'vitest'
import { COMPANY_NAME_MAX_LENGTH } from '#shared/domain/company.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
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
import { connectFirestore } from './connections.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { aWorld, asDocument, place } from './world.ts'
import type { World } from './world.ts'

accessTable('a company', {
  get: { attempt: getting('companies'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('companies'), lets: NOBODY },
  list: { attempt: listing('companies'), lets: NOBODY },
  'list everywhere': { attempt: listingEverywhere('companies'), lets: NOBODY },
  rename: { attempt: updating('companies', { name: 'Велосипеды у реки' }), lets: ['admin'] },
  create: { attempt: creating('companies', aCompany()), lets: NOBODY },
  delete: { attempt: deleting('companies'), lets: NOBODY },
})

refusals<Fields>('an admin’s change of the company', {
  by: 'admin',
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('companies')), {
      name: 'Велосипеды у реки',
      phone: '+78120000002',
      description: 'Прокат',
      ...asDocument(change),
    }),
  sound: {
    'the longest name': { name: 'я'.repeat(COMPANY_NAME_MAX_LENGTH) },
    'no phone': { phone: '' },
    'the longest phone': { phone: '1'.repeat(32) },
    'no description': { description: '' },
    'the longest description': { description: 'я'.repeat(2000) },
  },
  broken: {
    'no name': { name: '' },
    'too long a name': { name: 'я'.repeat(COMPANY_NAME_MAX_LENGTH + 1) },
    'a name that is no text': { name: ['Велосипеды'] },
    'too long a phone': { phone: '1'.repeat(33) },
    'a phone that is no text': { phone: {} },
    'too long a description': { description: 'я'.repeat(2001) },
    'a description that is no text': { description: [] },
    'a public id': { publicId: 1 },
    'another time of creation': { createdAt: 0 },
    'a field nobody knows': { plan: 'free' },
  },
})

describe('an admin', () => {
  const renaming = (as: Firestore, world: World) =>
    updateDoc(doc(as, world.document('companies')), { name: 'Другое имя' })

  it('changes nothing once signed out everywhere', async () => {
    const world = await aWorld()
    await assertSucceeds(renaming(firestoreOf('admin'), world))
    const member = aMember({ role: 'admin', sessionsValidAfterAt: SIGNED_IN_AT + 1 })
    await place(world.document('members', actors.admin.sub), member)
    await assertFails(renaming(firestoreOf('admin'), world))
  })

  it('changes nothing with the same uid from a provider we do not use', async () => {
    const impostor = connectFirestore({ ...actors.admin, firebase: { sign_in_provider: 'password' } })
    await assertFails(renaming(impostor, await aWorld()))
  })
})
