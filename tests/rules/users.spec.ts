import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import { collection, doc, getDoc, getDocs, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore'
import { expect, it } from 'vitest'
import { aUser } from '#tests/builders/aUser.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { accessTable, firestoreOf } from './accessTable.ts'
import { NOBODY, SIGNED_IN_AT } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { aWorld, asDocument, place } from './world.ts'

accessTable('a person’s account', {
  get: { attempt: getting('users'), lets: ['operator'] },
  'get another’s': { attempt: gettingAbsent('users'), lets: NOBODY },
  list: { attempt: listing('users'), lets: NOBODY },
  'list everywhere': { attempt: listingEverywhere('users'), lets: NOBODY },
  'change the language': { attempt: updating('users', { locale: 'en' }), lets: ['operator'] },
  create: { attempt: creating('users', aUser()), lets: NOBODY },
  'create their own': {
    attempt: (as, world) => setDoc(doc(as, world.document('users', 'removed')), asDocument(aUser())),
    lets: NOBODY,
  },
  delete: { attempt: deleting('users'), lets: NOBODY },
})

refusals<Fields>('a person’s change of their account', {
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('users')), { locale: 'en', ...asDocument(change) }),
  sound: {
    'the other language': { locale: 'ru' },
    'a theme': { theme: 'dark' },
    preferences: { preferences: { push: true, emailNotifications: false, sortsByCreation: true } },
  },
  broken: {
    'a language we do not speak': { locale: 'de' },
    'no language': { locale: null },
    'a theme we do not have': { theme: 'blue' },
    'preferences that are none': { preferences: true },
    'too few preferences': { preferences: { push: true } },
    'a preference nobody knows': {
      preferences: { push: true, emailNotifications: true, sortsByCreation: true, isAdmin: true },
    },
    'push that is no choice': { preferences: { push: 1, emailNotifications: true, sortsByCreation: true } },
    'mails that are no choice': { preferences: { push: true, emailNotifications: 1, sortsByCreation: true } },
    'an order that is no choice': {
      preferences: { push: true, emailNotifications: true, sortsByCreation: 1 },
    },
    'an address': { email: 'boss@example.com' },
    'a picture': { avatar: 'avatars/other/one.webp' },
    'an end of signing out everywhere': { sessionsValidAfterAt: AN_HOUR_AGO },
    'a name': { name: 'Другое Имя' },
    'a phone': { phone: '+79990000009' },
    companies: { companyIds: ['outsiders'] },
    'a public id': { publicId: 1 },
    'a field nobody knows': { isAdmin: true },
  },
})

it('opens no account to a sign-in from before "sign out everywhere"', async () => {
  const world = await aWorld()
  const reading = () => getDoc(doc(firestoreOf('operator'), world.document('users')))
  await place(world.document('users'), aUser({ sessionsValidAfterAt: SIGNED_IN_AT + 1 }))
  await assertFails(reading())
  await place(world.document('users'), aUser({ sessionsValidAfterAt: SIGNED_IN_AT }))
  expect((await reading()).exists()).toBe(true)
})

it('shows and changes no devices to a sign-in from before "sign out everywhere"', async () => {
  const world = await aWorld()
  const device = () => doc(firestoreOf('operator'), world.document('devices'))
  const attempts: readonly (() => Promise<unknown>)[] = [
    () => getDoc(device()),
    () => getDocs(collection(firestoreOf('operator'), `${world.document('users')}/devices`)),
    () => updateDoc(device(), { lastUsedAt: serverTimestamp() }),
  ]
  await place(world.document('users'), aUser({ sessionsValidAfterAt: SIGNED_IN_AT + 1 }))
  for (const attempt of attempts) await assertFails(attempt())
  await place(world.document('users'), aUser({ sessionsValidAfterAt: SIGNED_IN_AT }))
  for (const attempt of attempts) await assertSucceeds(attempt())
})
