import { doc, updateDoc } from 'firebase/firestore'
import { COMPANY_NAME_MAX_LENGTH } from '#shared/domain/company.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
import { accessTable } from './accessTable.ts'
import { MEMBERS, NOBODY } from './actors.ts'
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
