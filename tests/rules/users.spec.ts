import { doc, setDoc, updateDoc } from 'firebase/firestore'
import { aUser } from '#tests/builders/aUser.ts'
import { accessTable } from './accessTable.ts'
import { NOBODY } from './actors.ts'
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
import { asDocument } from './world.ts'

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
  sound: { 'the other language': { locale: 'ru' } },
  broken: {
    'a language we do not speak': { locale: 'de' },
    'no language': { locale: null },
    'a name': { name: 'Другое Имя' },
    'a phone': { phone: '+79990000009' },
    companies: { companyIds: ['outsiders'] },
    'a public id': { publicId: 1 },
    'a field nobody knows': { isAdmin: true },
  },
})
