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

accessTable('a company', {
  get: { attempt: getting('companies'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('companies'), lets: NOBODY },
  list: { attempt: listing('companies'), lets: NOBODY },
  'list everywhere': { attempt: listingEverywhere('companies'), lets: NOBODY },
  rename: { attempt: updating('companies', { name: 'Велосипеды у реки' }), lets: NOBODY },
  hide: { attempt: updating('companies', { hidden: true }), lets: NOBODY },
  create: { attempt: creating('companies', aCompany()), lets: NOBODY },
  delete: { attempt: deleting('companies'), lets: NOBODY },
})
